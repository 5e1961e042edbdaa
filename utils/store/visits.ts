import type { IDBPObjectStore } from 'idb';
import { finalTraffic, noFinalTotals, withUnknown } from '@/utils/core/measure/final-totals';
import { courseLabelOf, MAX_STORED_LABEL_LENGTH } from '@/utils/core/schema/label';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { Visit } from '@/utils/core/schema/visit';
import { MAX_TOTALS_A_DAY, OTHER_COURSES } from '@/utils/core/stats/other-courses';
import { dayOf } from '@/utils/core/units/day';
import { addAssistants, carryAssistants, NO_ASSISTANTS } from '@/utils/core/visit/assistants';
import { addMedia } from '@/utils/core/visit/media';
import { bounded } from '@/utils/core/visit/parts';
import { addTraffic, NO_TRAFFIC } from '@/utils/core/visit/traffic';
import { addWaste, carryWaste, NO_WASTE } from '@/utils/core/visit/waste';
import { AFTER_ALL_TEXTS, type Database, type SobrioSchema } from './database';
import { dayKey, emptyDay, withoutVisit, withVisit } from './day-total';

type DayStore = IDBPObjectStore<SobrioSchema, ('visits' | 'days' | 'courses')[], 'days', 'readwrite'>;

const ONE_UNKNOWN = finalTraffic(withUnknown(noFinalTotals()));

/**
 * The fields that are stored, by name, each within its bounds: whatever else an object carries (a label, what plays now) stays out of the
 * store.
 */
function storedFields(visit: Visit): Visit {
	const {
		id,
		day,
		startedAtMs,
		host,
		platform,
		courseKey,
		activity,
		activeMs,
		traffic,
		media,
		waste = NO_WASTE,
		assistants = NO_ASSISTANTS,
	} = visit;
	return {
		...{ id, day, host, platform, courseKey, activity },
		startedAtMs: bounded(startedAtMs),
		activeMs: bounded(activeMs),
		traffic: addTraffic(NO_TRAFFIC, traffic),
		media: addMedia(NO_MEDIA, media),
		...carryWaste(addWaste(NO_WASTE, waste)),
		...carryAssistants(addAssistants(NO_ASSISTANTS, assistants)),
	};
}

/**
 * Stores a visit's totals so far and keeps the day totals equal to the sum of their visits, in one transaction: what was
 * stored under the same id before is taken out first, so a report that comes twice or late changes nothing.
 */
export async function saveVisit(database: Database, counted: Visit, name: string | null): Promise<void> {
	const courseLabel = name === null ? null : courseLabelOf(name, [], MAX_STORED_LABEL_LENGTH);
	const transaction = database.transaction(['visits', 'days', 'courses'], 'readwrite');
	const visits = transaction.objectStore('visits');
	const days = transaction.objectStore('days');
	const courses = transaction.objectStore('courses');

	const visit = await withRoom(days, storedFields(counted));
	const key = dayKey(visit);
	// Asked for together and put without waiting in between: each answer is a turn of its own.
	const [before, total, known] = await Promise.all([
		visits.get(visit.id),
		days.get(key),
		courseLabel === null ? undefined : courses.get([visit.host, visit.courseKey]),
	]);
	// First, so that a visit that cannot be stored throws before any day has changed.
	const puts: Promise<unknown>[] = [visits.put(visit)];
	const isMoved = before !== undefined && dayKey(before).some((part, index) => part !== key[index]);
	if (before && isMoved) {
		const left = await days.get(dayKey(before));
		const rest = left && withoutVisit(left, before);
		puts.push(rest && rest.visitCount > 0 ? days.put(rest) : days.delete(dayKey(before)));
	}
	const others = before && total && !isMoved ? withoutVisit(total, before) : total;
	puts.push(days.put(withVisit(others ?? emptyDay(visit), visit)));

	const { host, courseKey, platform, day } = visit;
	const isNamed = courseKey === counted.courseKey;
	const isNewer = known === undefined || known.lastDay < day;
	if (isNamed && courseLabel !== null && (isNewer || (known.lastDay === day && known.label !== courseLabel)))
		puts.push(courses.put({ host, courseKey, platform, label: courseLabel, lastDay: day }));
	await Promise.all([...puts, transaction.done]);
}

/** The visit, as one of other courses where its host has enough of them on its day. */
async function withRoom(days: DayStore, visit: Visit): Promise<Visit> {
	const [day, host] = dayKey(visit);
	if (await days.getKey(dayKey(visit))) return visit;
	const count = await days.count(IDBKeyRange.bound([day, host], [day, host, AFTER_ALL_TEXTS]));
	return count < MAX_TOTALS_A_DAY ? visit : { ...visit, ...OTHER_COURSES };
}

/** The beginning of a page, computed twice from the clocks of a page, differs by less than this. */
const START_TOLERANCE_MS = 1_500;

/** Whether a visit to this host is stored that began at this moment, milliseconds since 1970. */
export async function hasVisitOf(database: Database, host: string, startedAtMs: number): Promise<boolean> {
	const ofDay = await database.getAllFromIndex('visits', 'day', dayOf(new Date(startedAtMs)));
	return ofDay.some((visit) => visit.host === host && Math.abs(visit.startedAtMs - startedAtMs) < START_TOLERANCE_MS);
}

/** Adds a request of unknown size to a stored visit, whose later figures were lost; does nothing if it is not stored. */
export async function addUnknown(database: Database, id: string): Promise<void> {
	const visit = await database.get('visits', id);
	if (visit) await saveVisit(database, { ...visit, traffic: addTraffic(visit.traffic, ONE_UNKNOWN) }, null);
}

/**
 * Deletes the visits before a day; the day totals keep what they added up to. Those with the ids `except` stay: one that is saved
 * again would be added to its day again. Returns how many went.
 */
export async function expireVisits(
	database: Database,
	firstStoredDay: string,
	except: ReadonlySet<string> = new Set(),
): Promise<number> {
	const transaction = database.transaction('visits', 'readwrite');
	const index = transaction.store.index('day');
	let count = 0;
	for await (const cursor of index.iterate(IDBKeyRange.upperBound(firstStoredDay, true))) {
		if (except.has(cursor.value.id)) continue;
		await cursor.delete();
		count++;
	}
	await transaction.done;
	return count;
}
