import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BenchCase } from '@/tests/bench/bench-case';
import { BOUNDS } from '@/tests/bench/cases/bounds';
import { CACHED_FILMS } from '@/tests/bench/cases/cached-films';
import { UPLOADS } from '@/tests/bench/cases/uploads';
import { isWithinLimit } from '@/tests/bench/limits';
import { measureCase } from '@/tests/bench/measure-case';
import { type OpenRig, openRig } from '@/tests/bench/open-rig';
import { inBothBrowsers } from './both-browsers';

const CASES: readonly BenchCase[] = [...BOUNDS, ...CACHED_FILMS, ...UPLOADS];

/** Rows of the accuracy bench in which figures once were made of time and bandwidth alone. */
inBothBrowsers('figures never exceed their evidence', (browser) => {
	let rig: OpenRig;

	beforeAll(async () => {
		rig = await openRig(browser, CASES);
		await rig.grantAll();
	});
	afterAll(() => rig?.close());

	it.each(CASES.map((each) => [each.name, each] as const))('%s', async (_name, each) => {
		const outcome = await measureCase(rig, each);
		expect({ ...outcome, isWithinLimit: isWithinLimit(browser, 'wide', each.limit, outcome) }).toMatchObject({
			isWithinLimit: true,
		});
	});
});
