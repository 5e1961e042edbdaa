import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, test } from 'vitest';
import { seeded } from '@/tests/core/group/many-learners';
import { tokensOf } from '@/utils/core/assistants/energy';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** Long enough to be cut 100 answers from, in each language. */
const TEXTS = {
	French: ['README.fr.md', 'docs/organisations.fr.md', 'docs/store/listing.fr.md', 'docs/store/review.fr.md'],
	English: ['README.md', 'CONTRIBUTING.md', 'docs/browser-notes.md', 'docs/accuracy.md', 'docs/store/listing.en.md'],
};
const ANSWER_COUNT = 100;
const [SHORTEST, LONGEST] = [300, 3_800];
const SHARE = 0.95;

/** The prose of some documents: paragraphs and items without tables, code, addresses and titles. */
function proseOf(paths: readonly string[]): string {
	return paths
		.map((path) => readFileSync(join(ROOT, path), 'utf8'))
		.join('\n\n')
		.replace(/```[\s\S]*?```/g, '')
		.split(/\n{2,}/)
		.filter((block) => !/^[|#<_!]/.test(block) && !block.includes(' | '))
		.join('\n\n')
		.replace(/\]\([^)]*\)/g, ']')
		.replace(/https?:\S+/g, '');
}

test.each(Object.entries(TEXTS))(
	'the range of tokens holds those of a tokenizer in 95 %% of 100 answers: %s',
	(_language, paths) => {
		const prose = proseOf(paths);
		expect(prose.length).toBeGreaterThan(10_000);
		const random = seeded(7);
		const within = Array.from({ length: ANSWER_COUNT }, () => {
			const length = Math.round(SHORTEST + random() * (LONGEST - SHORTEST));
			const from = Math.floor(random() * (prose.length - length));
			const answer = prose.slice(from, from + length);
			const { low, high } = tokensOf(answer.length);
			const tokens = encode(answer).length;
			return { isWithin: low <= tokens && tokens <= high, ratio: tokens / (answer.length / 4) };
		});
		const share = within.filter(({ isWithin }) => isWithin).length / ANSWER_COUNT;
		expect(
			share,
			`tokens / (characters / 4): ${within.map(({ ratio }) => ratio.toFixed(2)).join(' ')}`,
		).toBeGreaterThanOrEqual(SHARE);
	},
);
