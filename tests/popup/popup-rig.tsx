import { vi } from 'vitest';
import { FormatProvider } from '@/components/layout/language';
import { App } from '@/entrypoints/popup/App';
import { createPopupModel } from '@/entrypoints/popup/model';
import type { PopupServices } from '@/entrypoints/popup/services';
import { SOBER_OFF } from '@/tests/background/sober/sober-off';
import { draw, settle } from '@/tests/components/screen';
import type { PageMessages } from '@/utils/core/schema/page-messages';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { createFormat } from '@/utils/core/units/format';

const MOODLE = {
	platform: 'moodle',
	platformName: 'Moodle',
	courseKey: '12',
	courseLabel: null,
	activity: 'page',
} as const;

export type Answers = Partial<Record<keyof PageMessages, unknown>>;

/** Thursday 26 November 2026, a Moodle in the tab, nothing followed, nothing measured. */
export function createServices(answers: Answers, change: Partial<PopupServices> = {}) {
	const all: Answers = {
		'visit/get': { ok: true, value: null },
		'history/get': { ok: true, value: { days: [], courses: [] } },
		'site/list': { ok: true, value: [] },
		'site/intend': { ok: true, value: null },
		'site/follow': { ok: true, value: null },
		'sober/get': { ok: true, value: SOBER_OFF },
		'sober/switch': { ok: true, value: null },
		'sober/effect': { ok: true, value: null },
		'sober/act': { ok: true, value: null },
		...answers,
	};
	const asked = vi.fn((type: keyof PageMessages, _request: unknown) => Promise.resolve(all[type]));
	const services: PopupServices = {
		ask: asked as unknown as PopupServices['ask'],
		watchTab: () => () => {},
		findTab: async () => ({ id: 7, url: 'https://moodle.cfa.example/course/view.php?id=12' }),
		detect: async () => ({ place: MOODLE, isHosted: false, isShared: false }),
		requestAccess: vi.fn(async () => true),
		hasAccess: async () => true,
		hasWideAccess: async () => true,
		loadProfile: async () => ({ profile: DEFAULT_PROFILE, countryClue: 'zone' }),
		watchProfile: () => () => {},
		loadDismissedTips: async () => ({}),
		saveDismissedTips: vi.fn(async () => {}),
		reloadTab: vi.fn(),
		openDashboard: vi.fn(),
		now: () => new Date(2026, 10, 26, 15),
		...change,
	};
	return { services, asked };
}

/** Opens the popup over these. */
export async function openPopup(services: PopupServices) {
	const model = createPopupModel(services);
	const format = createFormat('fr');
	draw(() => (
		<FormatProvider value={format}>
			<App model={model} onDashboard={services.openDashboard} />
		</FormatProvider>
	));
	await model.start();
	await settle();
}

/** Answers of a tab with this visit under way. */
export const measured = (visit: LiveVisit): Answers => ({ 'visit/get': { ok: true, value: visit } });
