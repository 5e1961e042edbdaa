import { createSecret } from '@/utils/browser/secret';
import { createSerial } from '@/utils/browser/serial';
import { COURSE_LENGTH, codeOf, courseMessage, SOURCE_LENGTH } from '@/utils/core/export/code';
import type { Codes } from '@/utils/core/export/scope';
import { statementKey } from '@/utils/core/export/xapi';
import { parseSecret } from '@/utils/core/schema/settings';
import type { DayTotal } from '@/utils/core/schema/visit';
import { courseId } from '@/utils/core/stats/grouping';
import { readCommonSalt } from './class-code';

const SECRET_BYTES = 32;

const item = createSecret('exportSecret', parseSecret);

/** Two concurrent calls must get the same secret. */
const serial = createSerial();

/** The random secret of this install, made when it is first needed; erasing everything deletes it. */
function readSecret(): Promise<string> {
	return serial(async () => {
		const stored = await item.read();
		if (stored !== null) return stored;
		const made = [...crypto.getRandomValues(new Uint8Array(SECRET_BYTES))].map(hex).join('');
		await item.write(made);
		return made;
	});
}

/** The secret; null while none was needed. */
export const readStoredSecret = item.read;

/** Takes the secret of another install, whose codes the exports of this one then have; null deletes it. */
export function adoptSecret(secret: string | null): Promise<void> {
	return serial(() => (secret === null ? item.remove() : item.write(secret)));
}

/** Deletes the secret: later exports cannot be linked with earlier ones. */
export const discardSecret = item.remove;

function hex(byte: number): string {
	return byte.toString(16).padStart(2, '0');
}

/** Turns texts into random-looking bytes that only who has the secret can compute: HMAC-SHA-256. */
async function createDigest(secret: string): Promise<(text: string) => Promise<Uint8Array>> {
	const encode = (text: string) => new TextEncoder().encode(text);
	const algorithm = { name: 'HMAC', hash: 'SHA-256' };
	const key = await crypto.subtle.importKey('raw', encode(secret), algorithm, false, ['sign']);
	return async (text) => new Uint8Array(await crypto.subtle.sign('HMAC', key, encode(text)));
}

/** UUIDs of this install for texts, as in version 5 but with the secret as the namespace and SHA-256 as the hash. */
export async function loadIds(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
	const digest = await createDigest(await readSecret());
	const ids = [...new Set(keys)].map(async (key) => [key, uuidOf(await digest(`statement ${key}`))] as const);
	return new Map(await Promise.all(ids));
}

/** RFC 9562: the version stands in the high half of byte 6, the variant in the two high bits of byte 8. */
function uuidOf(bytes: Uint8Array): string {
	const digits = [...bytes.subarray(0, 16)]
		.map((byte, index) => hex(index === 6 ? (byte & 0x0f) | 0x50 : index === 8 ? (byte & 0x3f) | 0x80 : byte))
		.join('');
	return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The code of a page in audits: see `AuditPage.code`; '' for an address without a query that makes a page. */
export async function loadPageCode(host: string, path: string, query: string): Promise<string> {
	if (query === '') return '';
	const digest = await createDigest(await readSecret());
	return codeOf(await digest(`page ${host}${path}?${query}`), COURSE_LENGTH);
}

/** What exports of some days have in place of names, and the UUIDs of their xAPI statements by `statementKey`. */
export async function loadPseudonyms(days: readonly DayTotal[]) {
	const courseIds = [...new Set(days.map(courseId))];
	const [codes, ids] = await Promise.all([loadCodes(courseIds), loadIds(days.map(statementKey))]);
	return { codes, ids };
}

/**
 * Codes for this install and for courses, named by `courseId`. Those of courses agree within an organisation that set a salt, once the
 * learner has agreed, or within a class whose code the learner entered; all others are this install's.
 */
export async function loadCodes(courseIds: readonly string[]): Promise<Codes> {
	const digest = await createDigest(await readSecret());
	const common = await readCommonSalt();
	const courseDigest = common === null ? digest : await createDigest(common.salt);
	const courses = courseIds.map(
		async (id) => [id, codeOf(await courseDigest(courseMessage(id)), COURSE_LENGTH)] as const,
	);
	return { source: codeOf(await digest('source'), SOURCE_LENGTH), courses: new Map(await Promise.all(courses)) };
}
