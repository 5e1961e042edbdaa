/**
 * What `npm run codes -- COURSES.csv --salt FILE` ends in: the codes that an organisation's courses have in the exports of learners
 * who agreed to its `courseSalt`, as a CSV with the columns `course_code` and `course_name`, for `npm run warehouse -- --courses`. The
 * salt is the first line of a file, so that no list of processes shows it. The courses are a CSV with the columns `host`, `course_key`
 * and `course`, such as Sobrio's own export “For me”. Option: `--out FILE`; printed without it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { courseCodes } from './warehouse/course-codes.ts';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { salt: { type: 'string' }, out: { type: 'string' } },
});
const [path] = positionals;
if (path === undefined || values.salt === undefined) {
	console.error('npm run codes -- COURSES.csv --salt FILE [--out FILE]');
	process.exit(1);
}
const [salt = ''] = readFileSync(values.salt, 'utf8').split(/\r?\n/);
const table = courseCodes(readFileSync(path, 'utf8'), salt);
if (table === null) {
	console.error(`${path} has no columns "host", "course_key" and "course", or no course.`);
	process.exit(1);
}
if (values.out === undefined) process.stdout.write(table);
else writeFileSync(values.out, table);
