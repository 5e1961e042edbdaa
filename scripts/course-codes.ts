/**
 * What `npm run codes -- COURSES.csv --salt FILE` ends in: the codes that an organisation's courses have in the exports of learners
 * who agreed to its `courseSalt`, as a CSV with the columns `course_code` and `course_name`, for `npm run warehouse -- --courses`. The
 * salt is the first line of a file, so that no list of processes shows it. The courses are a CSV with the columns `host`, `course_key`
 * and `course`, such as Sobrio's own export “For me”. Option: `--out FILE`; printed without it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { decodeText } from '@/utils/core/group/decode';
import { PlainError, runPlainly } from './setup/plain-errors.ts';
import { courseCodes } from './warehouse/course-codes.ts';

/** A file as text, also one that PowerShell has written. */
const textOf = (path: string) => decodeText(readFileSync(path)).replace(/^\uFEFF/, '');

await runPlainly(() => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { salt: { type: 'string' }, out: { type: 'string' } },
	});
	const [path] = positionals;
	if (path === undefined || values.salt === undefined)
		throw new PlainError('npm run codes -- COURSES.csv --salt FILE [--out FILE]');
	const [salt = ''] = textOf(values.salt).split(/\r?\n/);
	if (salt === '') throw new PlainError(`${values.salt} has no salt in its first line.`);
	const table = courseCodes(textOf(path), salt);
	if (table === null) throw new PlainError(`${path} has no columns “host”, “course_key” and “course”, or no course.`);
	if (values.out === undefined) process.stdout.write(table);
	else writeFileSync(values.out, table);
});
