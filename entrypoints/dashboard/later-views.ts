import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { ComponentChild } from 'preact';
import type { ViewName } from '@/components/TopNav';
import type { DashboardModel } from './model';

/** A view whose code is loaded when it is opened. */
export interface LaterPage {
	draw(): ComponentChild;
	/** Forgets what it holds, when it is left. */
	close(): void;
}

/** The views that few open, each with what loads it; `scripts/setup/loaded-views.ts` has them too. */
const LOADERS: Partial<Record<ViewName, (model: DashboardModel) => Promise<LaterPage>>> = {
	group: async ({ locale }) => (await import('./group/group-page')).createGroupPage(locale),
	method: async (model) => (await import('./method-page')).createMethodPage(model),
};

/** The view of that kind that is open: null until it is loaded, `failed` when it did not come. */
export function createLaterViews(view: ReadonlySignal<ViewName>) {
	const page = signal<LaterPage | 'failed' | null>(null);
	let loaded: ViewName | null = null;

	/** Loads the view in front, when it is one of those, and forgets the one before. */
	async function show(model: DashboardModel): Promise<void> {
		const wanted = view.value;
		if (wanted === loaded) return;
		if (page.value !== 'failed') page.value?.close();
		page.value = null;
		loaded = wanted;
		const load = LOADERS[wanted];
		if (!load) return;
		const arrived = await load(model).catch(() => 'failed' as const);
		if (loaded === wanted) page.value = arrived;
		else if (arrived !== 'failed') arrived.close();
	}

	return { page, show, has: (name: ViewName) => name in LOADERS };
}
