import { expect, it } from 'vitest';
import { STRIP, wordsTop } from '@/components/chart/strip-shapes';

/** Height of the words in CSS pixels, `line-height` of `.needed-words`. */
const WORDS_PX = 13;

it('the words at the line cover neither it nor the ground, and stay within the strip', () => {
	for (let y = STRIP.top; y <= STRIP.height; y += 0.25) {
		const top = wordsTop(y);
		const bottom = top + WORDS_PX;
		expect(top).toBeGreaterThanOrEqual(0);
		expect(bottom).toBeLessThanOrEqual(STRIP.height - 1);
		expect(bottom < y || top > y).toBe(true);
	}
});
