import { setTimeout as sleep } from 'node:timers/promises';
import { htmlAnswer, noise } from '@/tests/bench/accuracy/answers';
import type { BenchAsked, BenchCase } from '@/tests/bench/accuracy/bench-case';

const READING_MS = 1_500;

const TEXT = noise(60_000).toString('base64');
const answer = (asked: BenchAsked) => htmlAnswer(asked, `<p>${TEXT}</p>`);

/** Pages that no link of the page before opens, as by a typed address or a bookmark. */
export const NAVIGATIONS: readonly BenchCase[] = [
	{
		name: 'page-typed-and-reloaded',
		limit: 'exact',
		answer,
		async run({ page, at }) {
			for (const path of ['page', 'next']) {
				await page.goto(at('banc', path));
				await sleep(READING_MS);
			}
			await page.evaluate(() => location.reload());
			await sleep(READING_MS);
		},
	},
	{
		name: 'unfollowed-page-typed',
		limit: 'exact',
		answer,
		async run({ page, at }) {
			await page.goto(at('banc', 'page'));
			await sleep(READING_MS);
			await page.goto(at('tiers', 'elsewhere'));
			await sleep(READING_MS);
		},
		trueBytes: ({ site }) =>
			site.truth
				.requests()
				.filter(({ url }) => url.endsWith('/page'))
				.reduce((sum, { deliveredBytes }) => sum + deliveredBytes, 0),
	},
];
