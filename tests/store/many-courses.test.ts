import { beforeEach, describe, expect, it } from 'vitest';
import { isDayRecord } from '@/utils/core/schema/backup-file';
import { MAX_TOTALS_A_DAY, OTHER_COURSES } from '@/utils/core/stats/other-courses';
import { sumTotals } from '@/utils/core/visit/totals';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { readDayRecords } from '@/utils/store/backup';
import type { Database } from '@/utils/store/database';
import { emptyDay, withVisit } from '@/utils/store/day-total';
import { readHistory } from '@/utils/store/history';
import { saveVisit } from '@/utils/store/visits';
import { openFresh } from './store-rig';
import { images, visit } from './visit';

const COUNT = 919;
const DAY = visit().day;

let database: Database;

beforeEach(async () => {
	database = await openFresh();
});

/** A visit to a course of its own; later courses have more bytes. */
const visitTo = (number: number) =>
	visit({ id: `visit${number}`, courseKey: `c${number}`, traffic: images(1_000 + number) });
const BYTES = Array.from({ length: COUNT }, (_, number) => 1_000 + number).reduce((sum, bytes) => sum + bytes);

async function history() {
	const { days, courses } = await readHistory(database, DAY, DAY);
	const { traffic, visitCount } = sumTotals(days);
	const others = days.filter(({ courseKey }) => courseKey === OTHER_COURSES.courseKey);
	return { days, courses, others, visitCount, bytes: sumTraffic(traffic).receivedBytes };
}

describe('a day with more courses than anybody studies', () => {
	it('has so many totals, and one of all others, however often its visits are saved', async () => {
		for (const time of ['first', 'second']) {
			for (let number = 0; number < COUNT; number++) await saveVisit(database, visitTo(number), `${time} ${number}`);
		}
		expect(await database.count('days')).toBe(MAX_TOTALS_A_DAY + 1);
		expect(await database.count('courses')).toBe(MAX_TOTALS_A_DAY);
		const { days, others, visitCount, bytes } = await history();
		expect([days.length, visitCount, bytes]).toEqual([MAX_TOTALS_A_DAY + 1, COUNT, BYTES]);
		expect(others.map((total) => total.visitCount)).toEqual([COUNT - MAX_TOTALS_A_DAY]);
	});

	it('does not take the room of another host or day', async () => {
		for (let number = 0; number < COUNT; number++) await saveVisit(database, visitTo(number), null);
		await saveVisit(database, visit({ id: 'other1', host: 'other.example' }), 'Sécurité');
		await saveVisit(database, visit({ id: 'other2', day: '2026-11-24' }), 'Sécurité');
		const { courses } = await readHistory(database, DAY, '2026-11-24');
		expect(courses.map(({ host, courseKey }) => [host, courseKey]).sort()).toEqual([
			['moodle.example', '7'],
			['other.example', '7'],
		]);
	});
});

describe('a day that was stored with too many courses', () => {
	beforeEach(async () => {
		const transaction = database.transaction(['days', 'visits'], 'readwrite');
		for (let number = 0; number < COUNT; number++) {
			void transaction.objectStore('days').put(withVisit(emptyDay(visitTo(number)), visitTo(number)));
			void transaction.objectStore('visits').put(visitTo(number));
		}
		await transaction.done;
	});

	it('is read with its heaviest courses, and the others as one', async () => {
		const { days, others, visitCount, bytes } = await history();
		expect([days.length, visitCount, bytes]).toEqual([MAX_TOTALS_A_DAY + 1, COUNT, BYTES]);
		expect(days[0]?.courseKey).toBe(`c${COUNT - 1}`);
		expect(others).toHaveLength(1);
	});

	it('is backed up as a day that can be restored', async () => {
		const [record] = await readDayRecords(database, '');
		expect(isDayRecord(record)).toBe(true);
		expect(record?.totals).toHaveLength(MAX_TOTALS_A_DAY + 1);
		expect(record?.visits).toHaveLength(COUNT);
	});
});
