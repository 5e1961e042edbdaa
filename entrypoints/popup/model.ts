import { computed, signal } from '@preact/signals-core';
import { estimateUse } from '@/utils/core/carbon/estimate';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import { useOf } from '@/utils/core/stats/figures';
import { loadProfile, type ProfileState, watchProfile } from '@/utils/settings/profile';
import { createExactModel } from './exact-model';
import { createSoberModel } from './sober-model';
import { findTab } from './tab';
import { createTabModel } from './tab-model';
import { createTipsModel } from './tips-model';
import { createWeekModel } from './week-model';

/** The popup's state and actions. */
export function createPopupModel(now: () => Date) {
	const equipment = signal<ProfileState>({ profile: DEFAULT_PROFILE, countryClue: 'none' });
	const profile = computed(() => equipment.value.profile);
	const week = createWeekModel(now, profile);
	const sober = createSoberModel();
	const tab = createTabModel(({ host }, tabId) => {
		sober.show(host, tabId);
		void week.refreshSoon();
	});
	const tips = createTipsModel(now, tab.visit, profile, sober.state);
	const exact = createExactModel(tab.visit);
	/** Grams of the page so far. */
	const pageGrams = computed(() =>
		tab.visit.value ? estimateUse(useOf(tab.visit.value), profile.value).co2eGrams : null,
	);
	// Never stopped: the dashboard may change it while the popup is open.
	watchProfile((changed) => {
		equipment.value = changed;
	});

	async function start(): Promise<void> {
		tab.clear();
		void week.refresh();
		const [found, loaded] = await Promise.all([findTab(), loadProfile(), exact.load(), tips.load()]);
		equipment.value = loaded;
		await tab.show(found);
	}

	return { tab, equipment, pageGrams, exact, week, tips, sober, start };
}

export type PopupModel = ReturnType<typeof createPopupModel>;
