import { bytesAnswer, htmlAnswer } from '@/tests/bench/accuracy/answers';
import type { BenchCase } from '@/tests/bench/accuracy/bench-case';

/** No row of the table: the page over which the bench follows the site and is granted all hosts. */
export const GRANT_CASE: BenchCase = {
	name: 'grant',
	limit: 'exact',
	answer: (asked) =>
		asked.path === 'page'
			? htmlAnswer(asked, `<img src="${asked.at('media', `image-${Math.random()}.png`)}" alt="">`)
			: bytesAnswer(20_000, 'image/png'),
	run: async () => {},
};
