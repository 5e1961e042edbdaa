import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { ComponentChild } from 'preact';
import type { DashboardModel } from './model';
import type { ViewName } from './TopNav';

/** A view whose code is loaded when it is opened. */
export interface LaterPage {
	draw(): ComponentChild;
	/** Reads what the view shows, when it is opened and when its tab comes back to the front. */
	load?(): Promise<void>;
	/** Forgets what it holds, when it is left; a view without it is kept as it is until the page is closed. */
	close?(): void;
}

/** The views that few open, each with what loads it; `scripts/setup/loaded-views.ts` has them too. */
const LOADERS: Partial<Record<ViewName, (model: DashboardModel) => Promise<LaterPage>>> = {
	month: async (model) => (await import('./month/month-page')).createMonthPage(model),
	export: async (model) => (await import('./export/export-page')).createExportPage(model),
	group: async ({ locale }) => (await import('./group/group-page')).createGroupPage(locale),
	sites: async (model) => (await import('./sites/sites-page')).createSitesPage(model),
	method: async (model) => (await import('./method/method-page')).createMethodPage(model),
	data: async (model) => (await import('./data/data-page')).createDataPage(model),
	settings: async (model) => (await import('./settings/settings-page')).createSettingsPage(model),
};

/** The view of that kind that is open: null until it is loaded, `failed` when it did not come. */
export function createLaterViews(view: ReadonlySignal<ViewName>) {
	const page = signal<LaterPage | 'failed' | null>(null);
	const kept = new Map<ViewName, LaterPage>();
	let loaded: ViewName | null = null;

	/** Loads the view in front, when it is one of those, and forgets the one before. */
	async function show(model: DashboardModel): Promise<void> {
		const wanted = view.value;
		if (wanted === loaded) return;
		if (page.value !== 'failed') page.value?.close?.();
		page.value = kept.get(wanted) ?? null;
		loaded = wanted;
		const open = LOADERS[wanted];
		if (!open || page.value) return;
		const arrived = await open(model).catch(() => 'failed' as const);
		if (arrived !== 'failed' && !arrived.close) kept.set(wanted, arrived);
		if (loaded === wanted) page.value = arrived;
		else if (arrived !== 'failed') arrived.close?.();
	}

	/** Has the view in front, when it is one of those and there, read what it shows. */
	async function load(): Promise<void> {
		if (page.value !== 'failed') await page.value?.load?.();
	}

	return { page, show, load, has: (name: ViewName) => name in LOADERS };
}
