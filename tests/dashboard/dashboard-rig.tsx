import { vi } from 'vitest';
import { FormatProvider } from '@/components/layout/language';
import { App } from '@/entrypoints/dashboard/App';
import { createDashboardModel } from '@/entrypoints/dashboard/model';
import type { DashboardServices } from '@/entrypoints/dashboard/services';
import { COURSE, dayTotal } from '@/tests/components/figures';
import { draw, plain, settle } from '@/tests/components/screen';
import { EMPTY_QUEUE } from '@/utils/core/delivery/lrs';
import { NO_WEEKS } from '@/utils/core/delivery/weekly';
import type { PageMessages } from '@/utils/core/schema/page-messages';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import { NO_NOTICES, NO_WEEKLY } from '@/utils/core/schema/settings';
import type { DayTotal } from '@/utils/core/schema/visit';
import { createFormat } from '@/utils/core/units/format';

/** A week of November before, and two days of this one. */
export const DAYS = [
	dayTotal('2026-11-16', 500, 60, 30),
	dayTotal('2026-11-23', 300, 60, 30),
	dayTotal('2026-11-26', 100, 40, 20),
];

type Answer = (request: { firstDay: string; lastDay: string }) => unknown;

/** Thursday 26 November 2026; history is answered from `days`, everything else with success. */
export function createServices(days: readonly DayTotal[], answers: Partial<Record<keyof PageMessages, Answer>> = {}) {
	const asked = vi.fn(async (type: keyof PageMessages, request: { firstDay: string; lastDay: string }) => {
		const answer = answers[type];
		if (answer) return answer(request);
		if (type === 'site/list') return { ok: true, value: [] };
		if (type === 'backup/head') return { ok: true, value: { courses: [], firstDay: days[0]?.day ?? null } };
		if (type !== 'history/get') return { ok: true, value: null };
		const inside = days.filter(({ day }) => day >= request.firstDay && day <= request.lastDay);
		return { ok: true, value: { days: inside, courses: [COURSE] } };
	});
	const services: DashboardServices = {
		ask: asked as unknown as DashboardServices['ask'],
		loadProfile: async () => ({ profile: DEFAULT_PROFILE, countryClue: 'language' }),
		watchProfile: () => () => {},
		saveProfile: vi.fn(async () => {}),
		readGoal: async () => null,
		saveGoal: vi.fn(async () => {}),
		watchGoal: () => () => {},
		resetSettings: vi.fn(async () => {}),
		chosenLanguage: null,
		chooseLanguage: vi.fn(async () => {}),
		hasAccess: vi.fn(async () => true),
		requestAccess: vi.fn(async () => true),
		version: '1.2.3',
		language: 'fr',
		readLrs: async () => null,
		saveLrs: vi.fn(async () => {}),
		readLrsQueue: async () => EMPTY_QUEUE,
		watchLrsQueue: () => () => {},
		giveBackAccess: vi.fn(async () => {}),
		readWeekly: async () => NO_WEEKLY,
		saveWeekly: vi.fn(async () => {}),
		readWeeklyState: async () => NO_WEEKS,
		saveWeeklyState: vi.fn(async () => {}),
		watchWeekly: () => () => {},
		requestDownloads: vi.fn(async () => true),
		giveBackDownloads: vi.fn(async () => {}),
		readNotices: async () => NO_NOTICES,
		saveNotices: vi.fn(async () => {}),
		requestNotifications: vi.fn(async () => true),
		giveBackNotifications: vi.fn(async () => {}),
		readSettings: vi.fn(async () => ({})),
		restoreSettings: vi.fn(async () => {}),
		sitesOf: () => [],
		saveFile: vi.fn(),
		loadIds: async (keys) => new Map(keys.map((key) => [key, '00000000-0000-5000-8000-000000000000'])),
		loadCodes: async (ids) => ({ source: 'sourcecode12', courses: new Map(ids.map((id) => [id, 'coursecode'])) }),
		now: () => new Date(2026, 10, 26, 15),
	};
	return { services, asked };
}

/** Draws the dashboard at an address, once it has what it asked for. */
export async function open(services: DashboardServices, hash = '') {
	const model = createDashboardModel(services);
	const format = createFormat('fr');
	draw(() => (
		<FormatProvider value={format}>
			<App model={model} />
		</FormatProvider>
	));
	await model.go(hash);
	await settle();
	return model;
}

/** Chooses an entry of a list, as a person does. */
export function choose(id: string, value: string): void {
	const select = document.getElementById(id) as HTMLSelectElement;
	select.value = value;
	select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Text of the card under a heading; '' where there is none. */
export function figureCard(label: string): string {
	const card = [...document.querySelectorAll('.figure-card')].find(
		(element) => element.querySelector('dt')?.textContent === label,
	);
	return plain(card?.querySelector('dd')?.textContent ?? '');
}
