import { describe, expect, it } from 'vitest';
import { CLASS_CODE_BYTES, classCodeOf, parseClassCode, spelled } from '@/utils/core/export/class-code';
import { DIGITS } from '@/utils/core/export/code';

const BYTES = Uint8Array.from({ length: CLASS_CODE_BYTES }, (_, index) => (index * 37 + 11) % 256);
const CODE = classCodeOf(BYTES);

describe('a class code', () => {
	it('is read as it is shown, in capitals, without hyphens, and with letters that look like digits', () => {
		expect(spelled(CODE)).toMatch(/^(?:[0-9a-z]{4}-){7}[0-9a-z]{4}$/);
		const lookalike = CODE.replaceAll('0', 'O').replaceAll('1', 'l');
		for (const typed of [CODE, spelled(CODE), ` ${spelled(CODE).toUpperCase()}\n`, lookalike]) {
			expect(parseClassCode(typed)).toBe(CODE);
		}
	});

	it('with one wrong character is none, wherever it stands', () => {
		for (let index = 0; index < CODE.length; index++) {
			for (const digit of DIGITS.replace(CODE[index] as string, '')) {
				expect(parseClassCode(CODE.slice(0, index) + digit + CODE.slice(index + 1))).toBeNull();
			}
		}
	});

	it.each([null, 7, '', 'class of 2026', CODE.slice(1), `${CODE}0`, `${CODE.slice(0, -1)}u`, '-'.repeat(1_000_000)])(
		'is not %j',
		(text) => {
			expect(parseClassCode(text)).toBeNull();
		},
	);
});
