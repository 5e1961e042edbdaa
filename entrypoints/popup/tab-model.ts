import { computed, type Signal, signal } from '@preact/signals-core';
import { requestAccess } from '@/utils/browser/permissions';
import { ask, watchTab } from '@/utils/browser/rpc';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { FIRST_FIGURES_MS, FirstFigures } from './first-figures';
import { readView } from './read-view';
import { readAgain, type Tab } from './tab';
import type { PopupView } from './view';

/** How to make a model of the tab. */
export interface TabModelOptions {
	readonly isPanel: boolean;
	/** Called when the tab has a visit, before that is shown: what else is shown of the tab is read first. */
	prepare(visit: LiveVisit, tabId: number): Promise<void>;
	/** Called with each state of the visit. */
	onVisit(tabId: number): void;
}

/** What the popup or the panel shows of the tab. */
export function createTabModel({ isPanel, prepare, onVisit }: TabModelOptions) {
	const view = signal<PopupView>({ name: 'loading' });
	const visit = computed(() => (view.value.name === 'visit' ? view.value.visit : null));
	let shown: Tab | null = null;
	let stopWatching = () => {};
	/** Counts the tabs that were to be shown: one that is overtaken by another is dropped. */
	let turn = 0;
	/** The turn in which the last figures came by themselves. */
	let liveTurn = -1;
	const firstFigures = new FirstFigures();

	function clear(): void {
		turn++;
		stopWatching();
		shown = null;
		view.value = { name: 'loading' };
	}

	async function show(tab: Tab | null): Promise<void> {
		turn++;
		const mine = turn;
		const { next, isAnswered } = await readView(tab, isPanel);
		if (mine !== turn) return;
		if (next.name === 'visit' && tab) {
			await prepare(next.visit, tab.id);
			if (mine !== turn) return;
			onVisit(tab.id);
		}
		// What came by itself while the answers were awaited is newer than they are.
		const early = firstFigures.inPlaceOf(next, tab, tab?.id === shown?.id ? view.value : null, liveTurn === mine);
		view.value = early ?? next;
		if (tab?.id !== shown?.id || !isAnswered) stopWatching();
		if (tab && isAnswered && tab.id !== shown?.id) stopWatching = watchTab(tab.id, (live) => void update(live, tab.id));
		shown = isAnswered ? tab : null;
		if (tab && early) setTimeout(() => void showAgain(tab, mine), FIRST_FIGURES_MS);
	}

	/** Shows a tab as it is now, unless another was to be shown in the meantime. */
	async function showAgain(tab: Tab, mine: number): Promise<void> {
		const now = await readAgain(tab);
		if (mine === turn) await show(now);
	}

	/** A visit that ends (null) leaves the last figures in place: those of the next page come within a second. */
	async function update(next: LiveVisit | null, tabId: number): Promise<void> {
		if (!next || (view.value.name === 'restore' && view.value.progress !== 'done')) return;
		if (view.value.name !== 'visit') await prepare(next, tabId);
		if (shown?.id !== tabId) return;
		firstFigures.end();
		liveTurn = turn;
		view.value = { name: 'visit', visit: next };
		onVisit(tabId);
	}

	/** Follows the site, or restores access to it. Must run inside the click: browsers refuse later permission requests. */
	const follow = () => followSite(view);

	/** True while the answer to a request for access is awaited, and once it was given: the first figures come next. */
	const isFollowing = () => 'progress' in view.value && ['asking', 'done'].includes(view.value.progress);

	/** Shows the same tab once access to its site is gone: the browser then withholds the address that was known before. */
	async function accessRevoked(tab: Tab): Promise<void> {
		await show(tab.id === shown?.id ? { ...tab, url: tab.url ?? shown.url } : tab);
	}

	return { view, visit, clear, show, follow, isFollowing, accessRevoked };
}

/** Follows the site of an offer, and shows in the view what becomes of that. */
async function followSite(view: Signal<PopupView>): Promise<void> {
	const before = view.value;
	if (before.name !== 'follow' && before.name !== 'restore') return;
	const { host, pattern, platform, tabId } = before;
	const request = { host, platform, tabId };
	// The permission prompt may close the popup; the background then follows the site once access is granted.
	void ask('site/intend', request);
	const access = requestAccess(pattern);
	view.value = { ...before, progress: 'asking' };
	const reply = (await access) && (await ask('site/follow', request));
	if (view.value.name !== before.name) return;
	view.value = { ...before, progress: reply ? (reply.ok ? 'done' : 'failed') : 'refused' };
}
