import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FRENCH } from '@/utils/core/export/csv';
import { weekCsv } from '@/utils/core/export/week-csv';
import { weekJson } from '@/utils/core/export/week-json';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import { courseId } from '@/utils/core/stats/grouping';
import { sampleHistory } from './history.ts';

const SOURCES = ['k3v9qa27mx0d', 'p81rtz5c6wne', 'f0hj4s9b2yqg'] as const;

/** Writes what three learners might hand over of a week, and a file that cannot be counted; gives the paths. */
export function writeGroupFiles(folder: string, week: string, today: string): readonly string[] {
	const { days, courses } = sampleHistory(week, today);
	const ids = [...new Set(days.map(courseId))];
	const files = SOURCES.map((source, learner): [string, string] => {
		const codes = { source, courses: new Map(ids.map((id, index) => [id, `${source.slice(0, 9)}${index}`])) };
		const mine = days.filter((_, index) => index % (learner + 1) === 0);
		const shared = { week, days: mine, courses, profile: DEFAULT_PROFILE, scope: 'shareable', codes } as const;
		return learner === SOURCES.length - 1
			? [`${source}.csv`, weekCsv(shared, FRENCH, today)]
			: [`${source}.json`, weekJson(shared, { version: '0.1.0', day: today })];
	});
	return [...files, ['notes.csv', 'a;b\r\n1;2\r\n'] as const].map(([name, text]) => {
		writeFileSync(join(folder, name), text);
		return join(folder, name);
	});
}
