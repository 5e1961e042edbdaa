/** Characters of the code that stands for a learner, and for a course. */
export const SOURCE_LENGTH = 12;
export const COURSE_LENGTH = 10;

/** Crockford's base 32: no letter that looks like a digit. */
export const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/** A code of so many characters, from the bytes of an HMAC-SHA-256 under a secret or a salt. */
export function codeOf(digest: Uint8Array, length: number): string {
	return [...digest.subarray(0, length)].map((byte) => DIGITS[byte % DIGITS.length]).join('');
}

/** What is hashed for the code of a course, by its `courseId`. */
export function courseMessage(id: string): string {
	return `course ${id}`;
}
