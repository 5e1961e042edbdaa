import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CourseContexts } from '@/utils/background/visits/course-contexts';
import { CATALOGUE } from '@/utils/core/platforms/catalogue/catalogue';
import type { ObservedContext } from '@/utils/core/schema/visit';

const TAB = 1;
const VISIT = 'visit0000000000a';
const PLACE = { platform: 'open-edx', courseKey: '7', courseLabel: null, activity: 'page' } as const;
const KNOWN = CATALOGUE.slice(0, 2);

/** What the reader says at each look, in turn; `absent` where the document holds none. */
let answers: unknown[];
let injected: number;
let called: number;
let found: ObservedContext[];
let contexts: CourseContexts;

/** A visit that begins, and three reports of it. */
async function study(platforms = CATALOGUE): Promise<void> {
	contexts.inspect(TAB, VISIT, platforms);
	for (let report = 0; report < 4; report++) {
		for (let turn = 0; turn < 20; turn++) await Promise.resolve();
		contexts.inspectAgain(TAB, VISIT);
	}
}

beforeEach(() => {
	fakeBrowser.reset();
	[answers, injected, called, found] = [[], 0, 0, []];
	contexts = new CourseContexts((_, place) => void found.push(place));
	Object.assign(fakeBrowser.scripting, {
		executeScript: async ({ files }: { files?: string[] }) => {
			if (files) {
				injected++;
				return [];
			}
			called++;
			return [{ result: answers.shift() ?? null }];
		},
	});
});

describe('looks for where a page stands', () => {
	it('are two at a page that looks like no platform, by one reader', async () => {
		await study();
		expect([called, injected, found]).toEqual([2, 1, []]);
	});

	it('go on where the platform is known, or found, and the course has no name yet', async () => {
		await study(KNOWN);
		expect([called, injected]).toEqual([4, 1]);
		answers = [PLACE, PLACE, { ...PLACE, courseLabel: 'Prévention' }];
		await study();
		expect(found.map(({ courseLabel }) => courseLabel)).toEqual([null, null, 'Prévention']);
		expect(called).toBe(7);
	});

	it('bring the reader again into another document', async () => {
		answers = [PLACE, false, { ...PLACE, courseLabel: 'Prévention' }];
		await study();
		expect([injected, found.length]).toEqual([2, 2]);
	});
});
