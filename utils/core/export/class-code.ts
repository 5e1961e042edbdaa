import { DIGITS } from './code';

/** Characters of a class code; the last one checks the others. */
const LENGTH = 32;

/** The random bytes that a class code is made of: 5 bits of each are used, 155 bits in all. */
export const CLASS_CODE_BYTES = LENGTH - 1;

/** A class code, from random bytes: the salt with which the codes of courses agree within a class. */
export function classCodeOf(bytes: Uint8Array): string {
	const digits = [...bytes.subarray(0, CLASS_CODE_BYTES)].map((byte) => DIGITS[byte % DIGITS.length]).join('');
	return digits + checkOf(digits);
}

/** The class code in a text that a person typed or pasted, with or without hyphens; null for anything else, such as one with a slip. */
export function parseClassCode(text: unknown): string | null {
	if (typeof text !== 'string' || text.length > 4 * LENGTH) return null;
	// Crockford's rule: letters that look like a digit are read as that digit.
	const code = text
		.toLowerCase()
		.replace(/[\s-]+/g, '')
		.replace(/o/g, '0')
		.replace(/[il]/g, '1');
	const isCode = code.length === LENGTH && [...code].every((digit) => DIGITS.includes(digit));
	return isCode && checkOf(code.slice(0, -1)) === code.at(-1) ? code : null;
}

/** A class code as it is shown and read aloud: in groups of four. */
export function spelled(code: string): string {
	return code.replace(/.{4}(?=.)/g, '$&-');
}

/** One wrong digit always changes it, since each weight is odd and there are 32 digits; two that swapped places nearly always do. */
function checkOf(digits: string): string {
	const sum = [...digits].reduce((before, digit, index) => before + (2 * index + 1) * DIGITS.indexOf(digit), 0);
	return DIGITS[sum % DIGITS.length] as string;
}
