import { computed, signal } from '@preact/signals-core';
import { estimateUse } from '@/utils/core/carbon/estimate';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import { useOf } from '@/utils/core/stats/figures';
import { wholePage } from '@/utils/core/visit/whole-page';
import { loadProfile, type ProfileState, watchProfile } from '@/utils/settings/profile';
import { createSoberModel } from './actions/sober-model';
import { createSwitchModel } from './actions/switch-model';
import { createTipsModel } from './actions/tips-model';
import { createAuditModel } from './audit/audit-model';
import { createExactModel } from './exact-model';
import { createExits } from './exits';
import { createPauseModel } from './pause/pause-model';
import { createStripModel } from './strip-model';
import { findTab } from './tab';
import { createTabModel } from './tab-model';
import { createWeekModel } from './week-model';

/** Where the page is shown. */
export interface Surface {
	/** True beside the page, where it stays open and follows the active tab; false in the popup. */
	readonly isPanel: boolean;
}

/** The state and actions of the popup, or of the panel. */
export function createPopupModel(now: () => Date, { isPanel }: Surface) {
	const equipment = signal<ProfileState>({ profile: DEFAULT_PROFILE, countryClue: 'none' });
	const profile = computed(() => equipment.value.profile);
	const sober = createSoberModel();
	const tab = createTabModel({
		isPanel,
		async prepare({ host }, tabId) {
			await Promise.all([sober.show(host, tabId), audit.show(tabId), pause.load(host)]);
		},
		onVisit(tabId) {
			void sober.refresh();
			void audit.refresh();
			// After what the figures of the page need: no history delays them.
			void week.show(tabId);
		},
	});
	/** The tab's visit with what its page had before midnight; days and the week have only what belongs to them. */
	const page = computed(() => tab.visit.value && wholePage(tab.visit.value));
	const audit = createAuditModel(tab.visit);
	const week = createWeekModel(now, profile, tab.visit);
	const tips = createTipsModel(now, { visit: page, profile, sober });
	const soberSwitch = createSwitchModel(sober, page);
	const strip = createStripModel(now, page);
	const exact = createExactModel(tab.visit);
	const pause = createPauseModel({ host: () => tab.visit.value?.host ?? null, show: () => start() });
	/** Grams of the page so far. */
	const pageGrams = computed(() => (page.value ? estimateUse(useOf(page.value), profile.value).co2eGrams : null));
	// Never stopped: the dashboard may change it while the popup is open.
	watchProfile((changed) => {
		equipment.value = changed;
	});

	/** The browser window of the tab, for which the panel is opened; null until a tab was found. */
	const windowId = signal<number | null>(null);

	async function start(): Promise<void> {
		tab.clear();
		week.clear();
		const [found, loaded] = await Promise.all([findTab(isPanel), loadProfile(), exact.load(), tips.load()]);
		equipment.value = loaded;
		windowId.value = found?.windowId ?? null;
		await Promise.all([tab.show(found ?? null), audit.load()]);
		await week.show(found?.id ?? null);
	}

	const exits = createExits(isPanel, windowId);
	return {
		...{ isPanel, exits, windowId, equipment, start },
		...{ tab, page, pageGrams, strip, exact, tips, sober, soberSwitch },
		...{ week, audit, pause },
	};
}

export type PopupModel = ReturnType<typeof createPopupModel>;
