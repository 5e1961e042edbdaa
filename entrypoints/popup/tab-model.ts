import { computed, signal } from '@preact/signals-core';
import { hasAccess, requestAccess } from '@/utils/browser/permissions';
import { ask, watchTab } from '@/utils/browser/rpc';
import { addressPattern } from '@/utils/core/platforms/match-pattern';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { reloadTab, type Tab } from './tab';
import { type PopupView, viewWithoutVisit, webHost } from './view';

/** What the popup shows of the tab. `onVisit` is called with each state of its visit. */
export function createTabModel(onVisit: (visit: LiveVisit, tabId: number) => void) {
	const view = signal<PopupView>({ name: 'loading' });
	const visit = computed(() => (view.value.name === 'visit' ? view.value.visit : null));
	let stopWatching = () => {};

	function clear(): void {
		stopWatching();
		view.value = { name: 'loading' };
	}

	async function show(tab: Tab | null): Promise<void> {
		if (tab === null) {
			view.value = { name: 'internal' };
			return;
		}
		const reply = await ask('visit/get', { tabId: tab.id });
		if (!reply.ok) view.value = { name: 'error', error: reply.error };
		else if (reply.value && (await hasTabAccess(tab))) showVisit(reply.value, tab.id);
		else {
			const found = await inspect(tab);
			if (view.value.name !== 'visit') view.value = found;
		}
		if (reply.ok) stopWatching = watchTab(tab.id, (visit) => showVisit(visit, tab.id));
	}

	/** A visit that ends (null) leaves the last figures in place: those of the next page come within a second. */
	function showVisit(next: LiveVisit | null, tabId: number): void {
		if (!next || (view.value.name === 'restore' && view.value.progress !== 'done')) return;
		view.value = { name: 'visit', visit: next };
		onVisit(next, tabId);
	}

	/** Follows the site, or restores access to it. Must run inside the click: browsers refuse later permission requests. */
	async function follow(): Promise<void> {
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

	function reload(): void {
		if (view.value.name === 'reload') void reloadTab(view.value.tabId);
	}

	return { view, visit, clear, show, follow, reload };
}

/**
 * Whether the browser grants access to the page's host. With `activeTab` alone, opening the popup starts measuring this
 * page, but not the next one.
 */
async function hasTabAccess({ url }: Tab): Promise<boolean> {
	const host = webHost(url);
	return host === null || hasAccess(addressPattern(url ?? ''));
}

/** The view of a tab without a visit. */
async function inspect(tab: Tab): Promise<PopupView> {
	const host = webHost(tab.url);
	if (host === null) return { name: 'internal' };
	const [detection, sites, isAllowed] = await Promise.all([
		ask('tab/inspect', { tabId: tab.id }),
		ask('site/list', {}),
		hasTabAccess(tab),
	]);
	return viewWithoutVisit({
		tabId: tab.id,
		host,
		detection: detection.ok ? detection.value : null,
		site: (sites.ok && sites.value.find((each) => each.host === host)) || null,
		hasAccess: isAllowed,
	});
}
