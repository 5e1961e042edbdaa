import { createSecret } from '@/utils/browser/secret';
import { CLASS_CODE_BYTES, classCodeOf, parseClassCode } from '@/utils/core/export/class-code';
import { readCourseSalt } from './organisation';

/** Not in backups, as all that others gave: it belongs to the class of this install. */
const item = createSecret('classCode', parseClassCode);

/** The class code that the learner entered; null while there is none. */
export const readClassCode = item.read;

/** Saves it; null deletes it. */
export async function saveClassCode(code: string | null): Promise<void> {
	await (code === null ? item.remove() : item.write(code));
}

/** A new class code, which is stored nowhere. */
export function makeClassCode(): string {
	return classCodeOf(crypto.getRandomValues(new Uint8Array(CLASS_CODE_BYTES)));
}

/** Whose salt the codes of courses have in common: the organisation's where the learner has agreed to it, else the class's; null for none. */
export async function readCommonSalt(): Promise<{
	readonly of: 'organisation' | 'class';
	readonly salt: string;
} | null> {
	const salt = await readCourseSalt();
	if (salt !== null) return { of: 'organisation', salt };
	const code = await readClassCode();
	return code === null ? null : { of: 'class', salt: code };
}
