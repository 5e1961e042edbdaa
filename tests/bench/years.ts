import { sampleHistory } from '@/scripts/screenshots/history';
import type { Driver } from '@/tests/e2e/drivers/driver';
import { databaseCreated } from '@/tests/e2e/rig/stored';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { Course, DayTotal, Visit } from '@/utils/core/schema/visit';
import { dayOf, shiftDay, weekOf } from '@/utils/core/units/day';

/** Numbers of stored records. */
export interface Filling {
	readonly dayCount: number;
	readonly totalCount: number;
	/** Visits in the totals, and those of them that are stored one by one. */
	readonly visitCount: number;
	readonly storedCount: number;
}

const YEARS_DAYS = 5 * 365 + 1;
/** Upkeep leaves the single visits of so many days. */
const VISIT_DAYS = 90;
const VISITS_PER_TOTAL = 5;
const TOTALS_PER_DAY = 10;
/** Days put in one transaction. */
const CHUNK_DAYS = 100;

/** Writes five years of a learner into the extension's store: 50 visits a day, in ten courses. */
export async function fillYears(driver: Driver): Promise<Filling> {
	await databaseCreated(driver);
	const today = dayOf(new Date());
	const { days, courses } = sampleHistory(weekOf(today), today);
	const totals = Array.from({ length: TOTALS_PER_DAY }, (_, index): DayTotal => {
		const like = days[index % days.length] as DayTotal;
		return {
			...like,
			courseKey: `course-${index}`,
			visitCount: VISITS_PER_TOTAL,
			media: { ...NO_MEDIA, ...like.media },
		};
	});
	const named = totals.map(({ host, platform, courseKey }, index): Course => {
		const label = courses[index % courses.length]?.label ?? '';
		return { host, platform, courseKey, label: `${label} ${index}`, lastDay: today };
	});
	for (let age = 0; age < YEARS_DAYS; age += CHUNK_DAYS) {
		const length = Math.min(CHUNK_DAYS, YEARS_DAYS - age);
		const chunk = Array.from({ length }, (_, index) => shiftDay(today, -(age + index)));
		const visitDays = chunk.filter((day) => day > shiftDay(today, -VISIT_DAYS));
		await driver.evaluateInBackground(putDays, { chunk, visitDays, totals, named, perTotal: VISITS_PER_TOTAL });
	}
	const visitsPerDay = TOTALS_PER_DAY * VISITS_PER_TOTAL;
	return {
		dayCount: YEARS_DAYS,
		totalCount: YEARS_DAYS * TOTALS_PER_DAY,
		visitCount: YEARS_DAYS * visitsPerDay,
		storedCount: VISIT_DAYS * visitsPerDay,
	};
}

/** What `putDays` puts. */
interface Chunk {
	readonly chunk: readonly string[];
	readonly visitDays: readonly string[];
	readonly totals: readonly DayTotal[];
	readonly named: readonly Course[];
	readonly perTotal: number;
}

/** Runs in the background, so it stands alone. */
async function putDays({ chunk, visitDays, totals, named, perTotal }: Chunk): Promise<void> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open('sobrio');
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
	const transaction = database.transaction(['days', 'visits', 'courses'], 'readwrite');
	for (const course of named) transaction.objectStore('courses').put(course);
	for (const day of chunk) for (const total of totals) transaction.objectStore('days').put({ ...total, day });
	for (const day of visitDays) {
		for (const [place, { visitCount: _, ...total }] of totals.entries()) {
			for (let index = 0; index < perTotal; index++) {
				const visit: Visit = { ...total, day, id: `${day}-${place}-${index}`, startedAtMs: Date.parse(day) };
				transaction.objectStore('visits').put(visit);
			}
		}
	}
	await new Promise((resolve, reject) => {
		transaction.oncomplete = resolve;
		transaction.onerror = () => reject(transaction.error);
	});
	database.close();
}
