import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { discardCourseFiles } from '@/utils/background/visits/course-files';
import { type InspectedVisits, WasteWatch } from '@/utils/background/visits/waste-watch';
import type { Waste } from '@/utils/core/schema/waste';

const TAB = 1;
const STARTED_MS = 1_000_000;
const SECOND_MS = 1_000;
const THEME: readonly [string, number] = ['theme', 90_000];
const PAGE = { gifCount: 1, gifBytes: 400_000 };
const FRAME = { plainTextCount: 2, plainTextBytes: 3_000 };

let found: Record<string, Waste>;
let inspectionCount: number;
let frames: readonly { result: unknown }[];
let canInspect: boolean;

const visits: InspectedVisits = {
	contextOf: (visitId) =>
		visitId.startsWith('held') ? null : { host: 'moodle.example', courseKey: '7', startedAtMs: STARTED_MS },
	setWaste(visitId, frameId, waste) {
		found[`${visitId} ${frameId}`] = waste;
	},
};

const resultOf = (frameId: string, waste: Waste, files: readonly (readonly [string, number])[] = []) => ({
	result: { frameId, waste, files },
});
/** Inspects and waits for the effects. */
async function inspect(watch: WasteWatch, visitId: string, ageMs: number): Promise<void> {
	watch.inspectIfDue(TAB, visitId, STARTED_MS + ageMs);
	for (let turn = 0; turn < 20; turn++) await Promise.resolve();
	await new Promise((resolve) => setTimeout(resolve));
}

beforeEach(() => {
	fakeBrowser.reset();
	found = {};
	inspectionCount = 0;
	frames = [resultOf('page00000000', PAGE, [THEME]), resultOf('frame0000000', FRAME)];
	canInspect = true;
	Object.assign(fakeBrowser.scripting, {
		executeScript: async () => {
			inspectionCount++;
			if (!canInspect) throw new Error('No tab with id: 1');
			return frames;
		},
	});
});

describe('inspections of what pages load beyond need', () => {
	it('are made after two seconds, and each time the age of the visit has tripled', async () => {
		const watch = new WasteWatch(visits);
		const counts: number[] = [];
		for (const seconds of [1, 3, 8, 9, 26, 27, 80, 81, 90]) {
			await inspect(watch, 'visit1', seconds * SECOND_MS);
			counts.push(inspectionCount);
		}
		expect(counts).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]);
		await inspect(watch, 'visit2', 6 * SECOND_MS);
		expect(inspectionCount).toBe(5);
	});

	it('report each document separately', async () => {
		await inspect(new WasteWatch(visits), 'visit1', 5 * SECOND_MS);
		expect(found['visit1 page00000000']).toMatchObject(PAGE);
		expect(found['visit1 frame0000000']).toMatchObject(FRAME);
	});

	it('find, in the third visit to the course, the files loaded each time', async () => {
		for (const visitId of ['visit1', 'visit2', 'visit3']) await inspect(new WasteWatch(visits), visitId, 5 * SECOND_MS);
		expect(found['visit2 page00000000']?.repeatBytes).toBeUndefined();
		expect(found['visit3 page00000000']).toEqual({ ...PAGE, repeatCount: 1, repeatBytes: THEME[1] });
	});

	it('ignore earlier visits after the figures were erased', async () => {
		for (const visitId of ['visit1', 'visit2']) await inspect(new WasteWatch(visits), visitId, 5 * SECOND_MS);
		await discardCourseFiles('moodle.example');
		expect(await fakeBrowser.storage.session.get(null)).toEqual({});
		await inspect(new WasteWatch(visits), 'visit3', 5 * SECOND_MS);
		expect(found['visit3 page00000000']).toEqual(PAGE);
	});

	it('are not made in a page that may not belong to the platform', async () => {
		await inspect(new WasteWatch(visits), 'held1', 5 * SECOND_MS);
		expect(inspectionCount).toBe(0);
	});

	it('ignore a closed tab and a result of another shape', async () => {
		canInspect = false;
		await inspect(new WasteWatch(visits), 'visit1', 5 * SECOND_MS);
		canInspect = true;
		frames = [{ result: null }, { result: { frameId: 'page00000000', waste: { gifBytes: 'many' }, files: [] } }];
		await inspect(new WasteWatch(visits), 'visit2', 5 * SECOND_MS);
		expect([inspectionCount, found]).toEqual([2, {}]);
	});
});
