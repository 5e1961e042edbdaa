import { computed, type Signal, signal } from '@preact/signals-core';
import { requestAccess } from '@/utils/browser/permissions';
import { ask, watchTab } from '@/utils/browser/rpc';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { readView } from './read-view';
import { readAgain, reloadTab, type Tab } from './tab';
import type { PopupView } from './view';

/** How to make a model of the tab. */
export interface TabModelOptions {
	readonly isPanel: boolean;
	/** Called when the tab has a visit, before that is shown: what else is shown of the tab is read first. */
	prepare(visit: LiveVisit, tabId: number): Promise<void>;
	/** Called with each state of the visit. */
	onVisit(tabId: number): void;
}

/** After a page is loaded, its first figures come within this time; one without them was opened before it could be measured. */
const FIRST_FIGURES_MS = 1_000;
/** A page that is still loading is waited for no longer. */
const MAX_LOADING_MS = 10_000;

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
	/** The page that may still be measured, by its tab and host, and until when. */
	let early: { readonly place: string; untilMs: number } | null = null;
	let againTimer: ReturnType<typeof setTimeout> | undefined;

	function clear(): void {
		turn++;
		clearTimeout(againTimer);
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
		const isEarly = tab !== null && next.name === 'reload' && mayBeMeasured(tab, next.host);
		if (next.name === 'visit') early = null;
		if (!isEarly) view.value = next;
		else if (!isOfPage(tab.id, next.host)) view.value = { name: 'loading' };
		if (tab?.id !== shown?.id || !isAnswered) stopWatching();
		if (tab && isAnswered && tab.id !== shown?.id) stopWatching = watchTab(tab.id, (live) => void update(live, tab.id));
		shown = isAnswered ? tab : null;
		if (isEarly) againTimer = setTimeout(() => void showAgain(tab, mine), FIRST_FIGURES_MS);
	}

	/** Shows a tab as it is now, unless another was to be shown in the meantime. */
	async function showAgain(tab: Tab, mine: number): Promise<void> {
		const now = await readAgain(tab);
		if (mine === turn) await show(now);
	}

	/** Whether what is shown is of a page of that host in the tab, or is to come. */
	const isOfPage = (tabId: number, host: string) =>
		tabId === shown?.id && (view.value.name === 'loading' || visit.value?.host === host);

	/** Whether a page without figures may still be measured: it is loading, or comes after another of its host. Not for long. */
	function mayBeMeasured(tab: Tab, host: string): boolean {
		const place = `${tab.id} ${host}`;
		const nowMs = Date.now();
		if (early?.place !== place) {
			if (!tab.isLoading && !isOfPage(tab.id, host)) return false;
			early = { place, untilMs: nowMs + MAX_LOADING_MS };
		}
		if (!tab.isLoading) early.untilMs = Math.min(early.untilMs, nowMs + FIRST_FIGURES_MS);
		// What came while the answers were awaited is newer than they are.
		return nowMs < early.untilMs || liveTurn === turn;
	}

	/** A visit that ends (null) leaves the last figures in place: those of the next page come within a second. */
	async function update(next: LiveVisit | null, tabId: number): Promise<void> {
		if (!next || (view.value.name === 'restore' && view.value.progress !== 'done')) return;
		if (view.value.name !== 'visit') await prepare(next, tabId);
		if (shown?.id !== tabId) return;
		early = null;
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

	async function reload(): Promise<void> {
		if (view.value.name === 'reload') await reloadTab(view.value.tabId);
	}

	return { view, visit, clear, show, follow, isFollowing, accessRevoked, reload };
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
