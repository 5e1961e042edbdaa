import { computed, signal } from '@preact/signals-core';
import { estimateUse } from '@/utils/core/carbon/estimate';
import { DEFAULT_PROFILE } from '@/utils/core/carbon/profile';
import { useOf } from '@/utils/core/stats/figures';
import { sumTraffic } from '@/utils/core/visit/traffic';
import type { LiveVisit } from '@/utils/core/visit/visit';
import type { ProfileState } from '@/utils/settings/profile';
import type { ExactProgress } from './ExactOffer';
import type { PopupServices, Tab } from './services';
import { createSober } from './sober';
import { createTipDeck } from './tip-deck';
import { type PopupView, viewWithoutVisit, webHost } from './view';
import { createWeekFigures } from './week-figures';

const ALL_HOSTS = '*://*/*';

/** The popup's state and actions. Everything it asks of the browser goes through `services`. */
export function createPopupModel(services: PopupServices) {
	const view = signal<PopupView>({ name: 'loading' });
	const equipment = signal<ProfileState>({ profile: DEFAULT_PROFILE, countryClue: 'none' });
	const profile = computed(() => equipment.value.profile);
	const hasWideAccess = signal(true);
	const exactProgress = signal<ExactProgress>('idle');
	const visit = computed(() => (view.value.name === 'visit' ? view.value.visit : null));
	const week = createWeekFigures(services, profile);
	const sober = createSober(services);
	const tips = createTipDeck(services, visit, profile, sober.state);
	/** Grams of the page so far, by the profile. */
	const pageGrams = computed(() => {
		if (!visit.value) return null;
		return estimateUse(useOf(visit.value), profile.value).co2eGrams;
	});
	let stopWatching = () => {};
	// For as long as the popup is open: the equipment may be changed in the dashboard meanwhile.
	services.watchProfile((changed) => {
		equipment.value = changed;
	});

	/** True when part of the page's bytes is estimated or unknown, and the wide grant would change that. */
	const canBeExact = computed(() => {
		if (!visit.value || hasWideAccess.value) return false;
		const { estimatedBytes, unknownCount } = sumTraffic(visit.value.traffic);
		return estimatedBytes > 0 || unknownCount > 0;
	});

	async function start(): Promise<void> {
		stopWatching();
		view.value = { name: 'loading' };
		void week.refresh();
		const [tab, loadedProfile, isWide] = await Promise.all([
			services.findTab(),
			services.loadProfile(),
			services.hasWideAccess(),
			tips.load(),
		]);
		equipment.value = loadedProfile;
		hasWideAccess.value = isWide;
		await show(tab);
	}

	async function show(tab: Tab | null): Promise<void> {
		if (tab === null) view.value = { name: 'internal' };
		else {
			const reply = await services.ask('visit/get', { tabId: tab.id });
			if (!reply.ok) view.value = { name: 'error', error: reply.error };
			else if (reply.value && (await hasAccess(tab))) showVisit(reply.value, tab.id);
			else await inspect(tab);
			if (reply.ok) stopWatching = services.watchTab(tab.id, (visit) => showVisit(visit, tab.id));
		}
	}

	/**
	 * False where the browser lets us in for this page only, because the popup was opened on it (`activeTab`): it is being
	 * measured from that click on, and the next page will not be.
	 */
	async function hasAccess({ url }: Tab): Promise<boolean> {
		const host = webHost(url);
		return host === null || services.hasAccess(`${new URL(url ?? '').protocol}//${host}/*`);
	}

	/** A visit that ends (null) leaves the last figures in place: the next page's come within a second. */
	function showVisit(next: LiveVisit | null, tabId: number): void {
		if (!next || (view.value.name === 'restore' && view.value.progress !== 'done')) return;
		view.value = { name: 'visit', visit: next };
		sober.show(next.host, tabId);
		void week.refreshSoon();
	}

	async function inspect(tab: Tab): Promise<void> {
		const host = webHost(tab.url);
		if (host === null) {
			view.value = { name: 'internal' };
			return;
		}
		const [detection, sites, isAllowed] = await Promise.all([
			services.detect(tab.id),
			services.ask('site/list', {}),
			hasAccess(tab),
		]);
		if (view.value.name === 'visit') return;
		const site = (sites.ok && sites.value.find((each) => each.host === host)) || null;
		view.value = viewWithoutVisit({ tabId: tab.id, host, detection, site, hasAccess: isAllowed });
	}

	/** Follows the site, or asks again for one whose permission is gone. Must run inside the click: the browsers refuse a request that comes later. */
	async function follow(): Promise<void> {
		const before = view.value;
		if (before.name !== 'follow' && before.name !== 'restore') return;
		const { host, pattern, platform, tabId } = before;
		const request = { host, platform, tabId };
		// The prompt may close this popup: then the background follows the site without hearing of us again.
		void services.ask('site/intend', request);
		const access = services.requestAccess(pattern);
		view.value = { ...before, progress: 'asking' };
		const reply = (await access) && (await services.ask('site/follow', request));
		if (view.value.name !== before.name) return;
		view.value = { ...before, progress: reply ? (reply.ok ? 'done' : 'failed') : 'refused' };
	}

	/** Must run inside the click, like {@link follow}. */
	async function countExactly(): Promise<void> {
		hasWideAccess.value = await services.requestAccess(ALL_HOSTS);
		exactProgress.value = hasWideAccess.value ? 'idle' : 'refused';
	}

	function reload(): void {
		if (view.value.name !== 'reload') return;
		services.reloadTab(view.value.tabId);
	}

	return {
		view,
		visit,
		equipment,
		pageGrams,
		canBeExact,
		exactProgress,
		week,
		tips,
		sober,
		start,
		follow,
		countExactly,
		reload,
	};
}

export type PopupModel = ReturnType<typeof createPopupModel>;
