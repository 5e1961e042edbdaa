import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BenchCase } from '@/tests/bench/accuracy/bench-case';
import { BOUNDS } from '@/tests/bench/accuracy/cases/bounds';
import { CACHED_VIDEOS } from '@/tests/bench/accuracy/cases/cached-videos';
import { NAVIGATIONS } from '@/tests/bench/accuracy/cases/navigations';
import { RANGES } from '@/tests/bench/accuracy/cases/ranges';
import { UPLOADS } from '@/tests/bench/accuracy/cases/uploads';
import { isWithinLimit } from '@/tests/bench/accuracy/limits';
import { measureCase } from '@/tests/bench/accuracy/measure-case';
import { type OpenRig, openRig } from '@/tests/bench/accuracy/open-rig';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';

const CASES: readonly BenchCase[] = [...NAVIGATIONS, ...BOUNDS, ...CACHED_VIDEOS, ...RANGES, ...UPLOADS];

/** Rows of the accuracy bench in which figures once were made of time and bandwidth alone, or counted twice. */
inBothBrowsers('figures never exceed their evidence', (browser) => {
	let rig: OpenRig;

	beforeAll(async () => {
		rig = await openRig(browser, CASES);
		await rig.grantAll();
	});
	afterAll(() => rig?.close());

	it.each(CASES.map((each) => [each.name, each] as const))('%s', async (_name, each) => {
		const outcome = await measureCase(rig, each);
		const isWithin = isWithinLimit(browser, 'wide', each.limit, outcome);
		// The message shows all figures.
		expect({ ...outcome, isWithin }).toEqual({ ...outcome, isWithin: true });
	});
});
