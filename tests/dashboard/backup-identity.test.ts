import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { opening, top } from '@/tests/background/visits/tracker-rig';
import { REPORT } from '@/tests/core/schema/frame-sample';
import { type ForgedPage, forgedPage } from '@/tests/fuzz/forged-page';
import { FUZZ } from '@/tests/fuzz/inputs';
import { visit } from '@/tests/store/visit';
import { VisitTracker } from '@/utils/background/visits/visit-tracker';
import { applyWaste } from '@/utils/core/measure/apply-report';
import { parseFrameReport } from '@/utils/core/measure/frame-report';
import { MAX_RECORDS } from '@/utils/core/schema/backup-file';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { MAX_PARTS, MAX_STORED } from '@/utils/core/schema/names';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { parseContext } from '@/utils/core/schema/visit';
import { parseWaste } from '@/utils/core/schema/waste';
import { saveVisit } from '@/utils/store/visits';
import { BackupRig } from './backup-rig';

let rig: BackupRig;

beforeEach(async () => {
	rig = await BackupRig.open();
});

/** Backs everything up, erases it and restores it: the second backup is the first one, byte for byte. */
async function expectIdentity(): Promise<string> {
	const before = await (await rig.write()).text();
	await rig.eraseAll();
	expect(await rig.read(before)).toMatchObject({ ok: true });
	expect(await (await rig.write()).text()).toBe(before);
	return before;
}

/** What the background saves of a page, from the messages of its frames on. */
async function record({ host, day, startedAtMs, reports, wastes, ...shown }: ForgedPage, id: string) {
	const saves: Promise<void>[] = [];
	const save = async (visits: readonly LiveVisit[]) => {
		for (const { courseLabel, nowPlaying: _, ...each } of visits)
			saves.push(saveVisit(rig.database, each, courseLabel));
	};
	const done = async () => {};
	const noted = { noteChange: () => {}, persistPending: () => {}, notify: () => {} };
	const tracker = new VisitTracker({ save, persist: done, discard: done, ...noted });
	const sender = top(`https://${host}/mod/page/view.php?id=5`);
	tracker.open(sender, { ...opening(id, `frame${id}`), day, startedAtMs });
	const context = parseContext(shown);
	if (context) tracker.setContext(id, context);
	for (const [index, sent] of reports.entries()) {
		const parsed = parseFrameReport({ ...REPORT, ...sent, frameId: `frame${index}${id}`, visitId: id });
		if (parsed) tracker.report(sender, parsed);
	}
	for (const [index, sent] of wastes.entries()) {
		const seen = parseWaste({ frameId: `frame${index}${id}`, waste: sent, files: [] });
		if (seen) tracker.change(id, (visit) => applyWaste(visit, seen.frameId, seen.waste));
	}
	await tracker.flush();
	await Promise.all(saves);
}

describe('what the background records', () => {
	it('comes through a backup and back, whatever the pages report', async () => {
		const fields = new Set<string>();
		await fc.assert(
			fc.asyncProperty(fc.array(forgedPage, { minLength: 1, maxLength: 4 }), async (pages) => {
				await rig.eraseAll();
				for (const [index, each] of pages.entries()) await record(each, `visit000000000${index}`);
				expect(await rig.database.count('visits')).toBe(pages.length);
				const text = await expectIdentity();
				for (const field of ['waste', 'assistants']) if (text.includes(`"${field}":{`)) fields.add(field);
			}),
			FUZZ,
		);
		expect([...fields].sort()).toEqual(['assistants', 'waste']);
	}, 3_600_000);

	it('stays readable where forged sums add up for a year', async () => {
		const forged = { ...NO_MEDIA, videoMs: MAX_STORED, videoMsByHeight: { 480: MAX_STORED } };
		for (const id of ['a', 'b', 'c'])
			await saveVisit(rig.database, visit({ id, activeMs: Number.POSITIVE_INFINITY, media: forged }), null);
		await saveVisit(rig.database, visit({ id: 'a' }), null);
		await expectIdentity();
		const [total] = await rig.database.getAll('days');
		expect(total?.activeMs).toBeLessThanOrEqual(MAX_STORED);
	});
});

describe('a backup that an earlier version made', () => {
	/** A good backup with a part of it replaced. */
	async function changed(from: string | RegExp, to: string): Promise<string> {
		await saveVisit(rig.database, visit({ id: 'a' }), 'Prévention');
		const text = await (await rig.write()).text();
		await rig.eraseAll();
		expect(text).toMatch(from);
		return text.replace(from, to);
	}

	it.each<[string, string | RegExp, string, object]>([
		['a control character in a name', '"label":"Prévention"', '"label":"Pr\\u0092vention"', { label: 'Pr vention' }],
		['a mail address in a name', '"label":"Prévention"', '"label":"Eau | camille@exemple.fr"', { label: 'Eau' }],
		[
			'a name that is too long',
			'"label":"Prévention"',
			`"label":"${'x'.repeat(900)}"`,
			{ label: `${'x'.repeat(299)}…` },
		],
	])('is restored with %s cleaned', async (_, from, to, course) => {
		expect(await rig.read(await changed(from, to))).toMatchObject({ ok: true });
		expect(await rig.database.getAll('courses')).toMatchObject([course]);
	});

	it('is restored with a sum beyond the bound as the bound', async () => {
		expect(await rig.read(await changed(/"activeMs":90000/g, `"activeMs":${2 ** 60}`))).toMatchObject({ ok: true });
		expect(await rig.database.getAll('visits')).toMatchObject([{ activeMs: MAX_STORED }]);
		expect(await rig.database.getAll('days')).toMatchObject([{ activeMs: MAX_STORED }]);
	});

	it('is restored with as many names of amounts as may be stored', async () => {
		const names = Array.from({ length: 300_000 }, (_, index) => `"${index}":1`).join();
		const file = await changed(/"videoMsByHeight":\{[^}]*\}/g, `"videoMsByHeight":{${names}}`);
		expect(await rig.read(file)).toMatchObject({ ok: true });
		for (const store of ['visits', 'days'] as const)
			for (const { media } of await rig.database.getAll(store))
				expect(Object.keys(media.videoMsByHeight)).toHaveLength(MAX_PARTS);
		await expectIdentity();
	});

	it('does not replace a known name by one of which nothing is left', async () => {
		const file = await changed('"label":"Prévention"', '"label":"camille@exemple.fr"');
		await saveVisit(rig.database, visit({ id: 'b', day: '2026-11-20' }), 'Prévention');
		expect(await rig.read(file)).toMatchObject({ ok: true });
		expect(await rig.database.getAll('courses')).toMatchObject([{ label: 'Prévention' }]);
	});
});

it('a day of more visits than a file may hold is backed up with its whole totals', async () => {
	const transaction = rig.database.transaction(['visits', 'days'], 'readwrite');
	const { id: _, startedAtMs: _at, ...total } = visit();
	await transaction.objectStore('days').put({ ...total, visitCount: MAX_RECORDS + 5 });
	for (let index = 0; index < MAX_RECORDS + 5; index++)
		void transaction.objectStore('visits').put(visit({ id: `visit${String(index).padStart(8, '0')}` }));
	await transaction.done;
	const text = await (await rig.write()).text();
	await rig.eraseAll();
	expect(await rig.read(text)).toMatchObject({ ok: true });
	expect(await rig.database.count('visits')).toBe(MAX_RECORDS);
	expect(await rig.database.getAll('days')).toMatchObject([{ visitCount: MAX_RECORDS + 5 }]);
});
