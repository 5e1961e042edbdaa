import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenRig, openRig } from '@/tests/bench/accuracy/open-rig';
import { checkPage } from '@/tests/bench/random/check-page';
import { randomCase } from '@/tests/bench/random/random-case';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';

/** Fixed seeds; `npm run bench:random` takes any. */
const SEEDS = [1200, 1201, 1202, 1203, 1204, 1205, 1206, 1207, 1209, 1211];

inBothBrowsers('random pages, all hosts granted', (browser) => {
	const cases = randomCase();
	let rig: OpenRig;

	beforeAll(async () => {
		rig = await openRig(browser, [cases.site]);
		await rig.grantAll();
	});
	afterAll(() => rig?.close());

	it.each(SEEDS)('page of seed %i: never too much, and unknown where something is missing', async (seed) => {
		const checked = await checkPage(rig, cases, seed);
		expect(checked).toMatchObject({ breach: null });
	});
});
