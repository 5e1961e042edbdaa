// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ReadyWeeks } from '@/entrypoints/dashboard/weekly/ReadyWeeks';
import { WeeklyCard } from '@/entrypoints/dashboard/weekly/WeeklyCard';
import { createWeeklyModel } from '@/entrypoints/dashboard/weekly/weekly-model';
import { fakeBackground, permissions, startBrowser } from '@/tests/components/browser';
import { control, draw, read, settle } from '@/tests/components/screen';
import { NO_WEEKS } from '@/utils/core/delivery/weekly';
import { NO_WEEKLY } from '@/utils/core/schema/settings';
import { readWeekly, readWeeklyState, saveWeeklyState } from '@/utils/settings/weekly';
import { now } from './dashboard-rig';

const saveFile = vi.fn<(file: Blob, name: string) => void>();

function open() {
	const model = createWeeklyModel({ now, saveFile });
	draw(() => (
		<>
			<ReadyWeeks model={model} />
			<WeeklyCard preference={model.preference.value} folder={model.folder.value} onChange={model.change} />
		</>
	));
	return model;
}

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('.weekly input')];
async function tick(index: number): Promise<void> {
	boxes()[index]?.click();
	await settle();
}

beforeEach(async () => {
	await startBrowser();
	saveFile.mockClear();
});

describe('the file of each week', () => {
	it('is off by default; the first one is that of the current week, to share', async () => {
		open();
		expect(boxes().map(({ checked }) => checked)).toEqual([false]);
		await tick(0);
		expect(await readWeekly()).toEqual({ isOn: true, form: 'csv', scope: 'shareable', isSaved: false });
		expect(await readWeeklyState()).toEqual({ ...NO_WEEKS, doneWeek: '2026-W47', ready: [] });
		expect(document.querySelectorAll('#weekly-form option').length).toBe(3);
	});

	it('is saved to the download folder if that is granted; switching it off gives the permission back', async () => {
		open();
		await tick(0);
		await tick(1);
		expect(await readWeekly()).toMatchObject({ isSaved: true });
		await tick(0);
		expect(await readWeekly()).toEqual(NO_WEEKLY);
		expect(permissions.remove.mock.calls).toEqual([[{ permissions: ['downloads'] }]]);
	});

	it('waits if the download folder is refused, and the card shows it', async () => {
		permissions.request.mockResolvedValue(false);
		open();
		await tick(0);
		await tick(1);
		expect(await readWeekly()).toMatchObject({ isOn: true, isSaved: false });
		expect(boxes()[1]?.checked).toBe(false);
		expect(read('.weekly [role=status]')).toBe('Accès refusé : le fichier vous attendra ici.');
	});

	it('that waits is saved by a click; a failure is shown', async () => {
		let isBroken = false;
		fakeBackground({
			'weekly/take': ({ week }: { week: string }) =>
				isBroken
					? { ok: false, error: 'store-failed' }
					: { ok: true, value: { name: `sobrio-${week}.csv`, type: 'text/csv', text: 'a' } },
		});
		await saveWeeklyState({ ...NO_WEEKS, doneWeek: '2026-W47', ready: ['2026-W46', '2026-W47'] });
		await open().load();
		expect(read('.notice h2')).toBe('2 fichiers vous attendent');
		control('Télécharger la semaine 46').click();
		await settle();
		expect(saveFile.mock.calls.map(([, name]) => name)).toEqual(['sobrio-2026-W46.csv']);
		isBroken = true;
		control('Télécharger la semaine 47').click();
		await settle();
		expect(read('.notice .status')).toBe('Ce fichier n’a pas pu être créé. Réessayez.');
	});
});
