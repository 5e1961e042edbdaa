import { createHmac } from 'node:crypto';
import { COURSE_LENGTH, codeOf, courseMessage } from '@/utils/core/export/code';
import { csvLines, SOFTWARE } from '@/utils/core/export/csv';
import { readTable } from '@/utils/core/group/table';
import { courseId } from '@/utils/core/stats/grouping';

/**
 * The codes of an organisation's courses under its salt, as a CSV with the columns `course_code` and `course_name`. `text` is a CSV with the
 * columns `host`, `course_key` and `course`, of which further ones are ignored; null for anything else.
 */
export function courseCodes(text: string, salt: string): string | null {
	const [header, ...rows] = readTable(text).rows();
	const [hostAt = -1, keyAt = -1, nameAt = -1] = ['host', 'course_key', 'course'].map((name) => header?.indexOf(name));
	if (hostAt < 0 || keyAt < 0 || nameAt < 0) return null;
	const names = new Map<string, string>();
	for (const row of rows) {
		const [host = '', courseKey = ''] = [row?.[hostAt], row?.[keyAt]];
		// Pages outside a course have no key.
		if (host !== '' && courseKey !== '') names.set(courseId({ host, courseKey }), row?.[nameAt] ?? '');
	}
	if (names.size === 0) return null;
	const lines = [...names].map(([id, name]) => {
		const digest = createHmac('sha256', salt).update(courseMessage(id)).digest();
		return [codeOf(digest, COURSE_LENGTH), name];
	});
	return csvLines([['course_code', 'course_name'], ...lines], SOFTWARE);
}

/**
 * The names of courses by their code, from a CSV with the columns `course_code` and `course_name`, also after a spreadsheet has saved it
 * again; null for anything else. Of two names of one code, the latter counts.
 */
export function readCourseNames(text: string): ReadonlyMap<string, string> | null {
	const [header, ...rows] = readTable(text).rows();
	const [codeAt = -1, nameAt = -1] = ['course_code', 'course_name'].map((name) => header?.indexOf(name));
	if (codeAt < 0 || nameAt < 0) return null;
	const named = rows.map((row) => [row?.[codeAt] ?? '', row?.[nameAt] ?? ''] as const);
	// A spreadsheet takes a code of digits only for a number, and drops its zeros.
	const whole = (code: string) => (/^\d+$/.test(code) ? code.padStart(COURSE_LENGTH, '0') : code);
	return new Map(named.filter(([code, name]) => code !== '' && name !== '').map(([code, name]) => [whole(code), name]));
}
