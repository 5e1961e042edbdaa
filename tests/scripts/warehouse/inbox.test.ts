import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compact, ROW_NAMES } from '@/scripts/warehouse/compact';
import { readCourseNames } from '@/scripts/warehouse/course-codes';
import { QUERIES, warehouseSql } from '@/scripts/warehouse/database';
import { reportPage } from '@/scripts/warehouse/report';
import { writeSample } from '@/tests/bench/warehouse/sample';
import { LESSON, QUIZ, week48 } from '@/tests/core/export/week';
import { sharedCsv, sharedJson } from '@/tests/core/group/shared';
import { COLUMNS } from '@/utils/core/export/columns';
import { FRENCH, SOFTWARE, writeCsv } from '@/utils/core/export/csv';
import { csvCell, csvName, SHARED_PLACES } from '@/utils/core/export/csv-column';
import { weekCsv } from '@/utils/core/export/week-csv';
import { MAX_STORED } from '@/utils/core/schema/names';
import { TODAY, warehouseOf } from './rig';

const folder = mkdtempSync(join(tmpdir(), 'sobrio-inbox-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an inbox', () => {
	it('is joined whatever its files were saved as, and names those that are not counted', () => {
		const inbox = join(folder, 'mixed');
		mkdirSync(join(inbox, 'sub'), { recursive: true });
		const files = {
			'a.json': sharedJson('camille00000', [LESSON, QUIZ]),
			'sub/b.csv': sharedCsv('dominique000', [LESSON], FRENCH),
			'c.csv': sharedCsv('claude000000', [LESSON]).replaceAll('2026-11-30,', '').replace('exported_on,', ''),
			'd.csv': weekCsv(week48([LESSON], 'personal'), FRENCH, TODAY),
			'e.txt': 'nothing',
			'.hidden.csv': 'a;b',
		};
		for (const [name, text] of Object.entries(files)) writeFileSync(join(inbox, name), text);
		const rowsPath = join(folder, 'mixed.csv');
		expect(compact(inbox, rowsPath, TODAY)).toEqual({
			fileCount: 5,
			rowCount: 4,
			aside: [
				{ path: join(inbox, 'd.csv'), reason: 'personal' },
				{ path: join(inbox, 'e.txt'), reason: 'not-an-export' },
			],
		});
		const [header, ...lines] = readFileSync(rowsPath, 'utf8').trim().split('\r\n');
		expect(header?.split(',')).toEqual(ROW_NAMES);
		expect(lines.map((line) => line.split(',').slice(0, 5).join())).toEqual([
			'2026-W48,2026-11-30 000000003 000000001,camille00000,2026-11-30,2026-11-24',
			'2026-W48,2026-11-30 000000003 000000001,camille00000,2026-11-30,2026-11-24',
			'2026-W48,0000-00-00 000000002 000000002,claude000000,,2026-11-24',
			'2026-W48,2026-11-30 000000002 000000005,dominique000,2026-11-30,2026-11-24',
		]);
	});

	it('has each of the exports that were joined by hand once, and names archives that lie in it', async () => {
		const inbox = join(folder, 'joined');
		mkdirSync(inbox);
		const texts = Array.from({ length: 12 }, (_, index) => sharedCsv(`learner0000${index}`.slice(-12), [LESSON]));
		writeFileSync(join(inbox, 'all.csv'), [...texts, ...texts, texts[0]?.slice(0, -30)].join(''));
		writeFileSync(join(inbox, 'again.zip'), 'PK');
		writeFileSync(join(inbox, 'readme.md'), 'Exports of week 48');
		const rowsPath = join(folder, 'joined.csv');
		expect(compact(inbox, rowsPath, TODAY)).toEqual({
			fileCount: 2,
			rowCount: 24,
			aside: [
				{ path: join(inbox, 'again.zip'), reason: 'archive' },
				{ path: join(inbox, 'all.csv (25)'), reason: 'damaged' },
			],
		});
		const warehouse = await warehouseOf(inbox);
		const [week] = await warehouse.read('weeks');
		warehouse.close();
		expect(week).toMatchObject({ learners: '12', visit_count: '24' });
	});

	it('has room for the largest figures that a file may hold: no learner’s file stops the others', async () => {
		const inbox = join(folder, 'largest');
		mkdirSync(inbox);
		const names = [...SHARED_PLACES, ...COLUMNS.map(csvName)];
		const figures = COLUMNS.map(({ unit }) => csvCell(unit, unit === 'share' ? 1 : MAX_STORED));
		for (let index = 10; index < 20; index++) {
			const row = [`learner000${index}`, '2026-11-30', '2026-11-24', 'course0000', 'lesson', ...figures];
			writeFileSync(join(inbox, `${index}.csv`), writeCsv([names, row], SOFTWARE));
		}
		const warehouse = await warehouseOf(inbox);
		const [weeks] = await Promise.all(QUERIES.map((query) => warehouse.read(query)));
		warehouse.close();
		expect(weeks?.[0]).toMatchObject({ learners: '10', ai_wh_high: `${10 * MAX_STORED}.000000` });
	});

	it('has the columns of the schema', () => {
		const columns = [...warehouseSql('schema', 'DuckDB').matchAll(/^\t(\w+) [A-Z]/gm)].map(([, name]) => name);
		expect(columns).toEqual([...ROW_NAMES, ...ROW_NAMES, 'course_code', 'course_name']);
	});
});

it('names the organisation’s own courses', async () => {
	writeSample(join(folder, 'named'), 120, '2026-W47');
	const warehouse = await warehouseOf(join(folder, 'named'));
	const [heaviest] = await warehouse.read('courses');
	// Made by a spreadsheet, with a course twice.
	const table = `\uFEFFcourse_code;course_name\r\n${heaviest?.course_code};old\r\n${heaviest?.course_code};"Prévention, <b>1</b>"\r\n`;
	await warehouse.nameCourses(readCourseNames(table) ?? new Map());
	// By hand, as in another engine.
	await warehouse.run(`INSERT INTO sobrio_courses VALUES ('${heaviest?.course_code}', 'A')`);
	const courses = await warehouse.read('courses');
	expect(courses[0]).toEqual({ ...heaviest, course_name: 'Prévention, <b>1</b>' });
	const weeks = await warehouse.read('weeks');
	warehouse.close();
	const page = await reportPage({ weeks, activities: [], spread: [], courses }, 'fr', TODAY);
	expect(page).toContain('Prévention, &lt;b&gt;1&lt;/b&gt;');
});
