import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CourseContexts } from '@/utils/background/visits/inspect/course-contexts';
import { CATALOGUE } from '@/utils/core/platforms/catalogue/catalogue';
import type { ObservedContext } from '@/utils/core/schema/visit';

const TAB = 1;
const VISIT = 'visit0000000000a';
const CONTEXT = { platform: 'open-edx', courseKey: '7', courseLabel: null, activity: 'page' } as const;
const KNOWN = CATALOGUE.slice(0, 2);

/** Results of the reader in turn: a context, null where it finds none, false where the document has no reader. */
let answers: unknown[];
let injected: number;
let called: number;
let found: ObservedContext[];
let contexts: CourseContexts;

/** Begins a visit and reports four times. */
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
	contexts = new CourseContexts((_, context) => void found.push(context));
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

describe('inspections for the course context', () => {
	it('are two for a page of no known platform, with one injection of the reader', async () => {
		await study();
		expect([called, injected, found]).toEqual([2, 1, []]);
	});

	it('continue on a known or detected platform while the course has no name', async () => {
		await study(KNOWN);
		expect([called, injected]).toEqual([4, 1]);
		answers = [CONTEXT, CONTEXT, { ...CONTEXT, courseLabel: 'Prévention' }];
		await study();
		expect(found.map(({ courseLabel }) => courseLabel)).toEqual([null, null, 'Prévention']);
		expect(called).toBe(7);
	});

	it('inject the reader again into a new document', async () => {
		answers = [CONTEXT, false, { ...CONTEXT, courseLabel: 'Prévention' }];
		await study();
		expect([injected, found.length]).toEqual([2, 2]);
	});
});
