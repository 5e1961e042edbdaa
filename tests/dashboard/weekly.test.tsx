// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FormatProvider } from '@/components/layout/language';
import { WeeklyCard } from '@/entrypoints/dashboard/export/WeeklyCard';
import { createWeeklyView } from '@/entrypoints/dashboard/export/weekly-view';
import { ReadyWeeks } from '@/entrypoints/dashboard/period/ReadyWeeks';
import type { DashboardServices } from '@/entrypoints/dashboard/services';
import { speakFrench } from '@/tests/components/french';
import { clear, control, draw, read, settle } from '@/tests/components/screen';
import type { WeeklyState } from '@/utils/core/delivery/weekly';
import { NO_WEEKLY, type WeeklyPreference } from '@/utils/core/schema/settings';
import { createFormat } from '@/utils/core/units/format';

let preference: WeeklyPreference | null;
let state: WeeklyState | null;
let isGranted: boolean;
let given: number;
let saved: string[];
let isBroken: boolean;

/** Thursday 26 November 2026, in week 48. */
function open() {
	const services = {
		readWeekly: async () => preference ?? NO_WEEKLY,
		saveWeekly: async (next: WeeklyPreference | null) => {
			preference = next;
		},
		readWeeklyState: async () => state ?? { doneWeek: null, ready: [] },
		saveWeeklyState: async (next: WeeklyState) => {
			state = next;
		},
		watchWeekly: () => () => {},
		requestDownloads: async () => isGranted,
		giveBackDownloads: async () => {
			given++;
		},
		ask: vi.fn(async (_type: string, { week }: { week: string }) =>
			isBroken
				? { ok: false, error: 'store-failed' }
				: { ok: true, value: { name: `sobrio-${week}.csv`, type: 'text/csv', text: 'a' } },
		),
		saveFile: (_file: Blob, name: string) => saved.push(name),
		now: () => new Date(2026, 10, 26, 15),
	} as unknown as DashboardServices;
	const view = createWeeklyView(services);
	const format = createFormat('fr');
	draw(() => (
		<FormatProvider value={format}>
			<ReadyWeeks weeks={view.state.value.ready} hasFailed={view.hasFailed.value} onTake={view.take} />
			<WeeklyCard preference={view.preference.value} folder={view.folder.value} onChange={view.change} />
		</FormatProvider>
	));
	return view;
}

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('.weekly input')];
async function tick(index: number): Promise<void> {
	boxes()[index]?.click();
	await settle();
}

beforeEach(async () => {
	clear();
	await speakFrench();
	[preference, state, isGranted, given, saved, isBroken] = [null, null, true, 0, [], false];
});

describe('the file of each week', () => {
	it('is off at first; switched on, the first one is that of the week under way, to share', async () => {
		open();
		expect(boxes().map(({ checked }) => checked)).toEqual([false]);
		await tick(0);
		expect(preference).toEqual({ isOn: true, form: 'csv', scope: 'shareable', isSaved: false });
		expect(state).toEqual({ doneWeek: '2026-W47', ready: [] });
		expect(document.querySelectorAll('#weekly-form option').length).toBe(4);
	});

	it('goes to the download folder where that is granted, and the permission is given back when it is off again', async () => {
		open();
		await tick(0);
		await tick(1);
		expect(preference).toMatchObject({ isSaved: true });
		await tick(0);
		expect([preference, given]).toEqual([null, 1]);
	});

	it('waits where the download folder is refused, and says so', async () => {
		isGranted = false;
		open();
		await tick(0);
		await tick(1);
		expect(preference).toMatchObject({ isOn: true, isSaved: false });
		expect(boxes()[1]?.checked).toBe(false);
		expect(read('.weekly [role=status]')).toBe('Accès refusé : le fichier vous attendra ici.');
	});

	it('that waits is saved by a click; a failure is said', async () => {
		state = { doneWeek: '2026-W47', ready: ['2026-W46', '2026-W47'] };
		await open().load();
		expect(read('.notice h2')).toBe('2 fichiers vous attendent');
		control('Télécharger la semaine 46').click();
		await settle();
		expect(saved).toEqual(['sobrio-2026-W46.csv']);
		isBroken = true;
		control('Télécharger la semaine 47').click();
		await settle();
		expect(read('.notice .status')).toBe('Ce fichier n’a pas pu être créé. Réessayez.');
	});
});
