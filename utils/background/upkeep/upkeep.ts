import { browser } from '@/utils/browser/browser';
import { createItem } from '@/utils/browser/storage-item';
import { dayOf, shiftDay } from '@/utils/core/units/day';
import { deleteAudits } from '@/utils/store/audits';
import type { Database } from '@/utils/store/database';
import { expireVisits } from '@/utils/store/visits';

/** Name of the daily alarm. */
export const UPKEEP_ALARM = 'upkeep';
const PERIOD_MINUTES = 24 * 60;
/** Visits and audits older than this are deleted; the day totals of visits stay. */
const VISIT_DAYS_STORED = 90;

/** A clock is believed once two upkeeps at least this far apart have read it. */
const CONFIRMED_AFTER_MS = 20 * 3_600_000;
const MS_PER_MINUTE = 60_000;

/** When an upkeep read the clock last, and the last day that a later one confirmed. */
interface ClockReading {
	/** Milliseconds since 1970. */
	readonly readAtMs: number;
	readonly confirmedDay: string | null;
}

const reading = createItem('upkeep', (stored) => stored as ClockReading | null);

/** Discards the reading of the clock: it says when the extension was last in use. */
export const discardReading = () => reading.remove();

/** Schedules the daily upkeep; a second call changes nothing, unless a wrong clock had put the next one far off. */
export async function scheduleUpkeep(): Promise<void> {
	const alarm = await browser.alarms.get(UPKEEP_ALARM);
	if (alarm && alarm.scheduledTime <= Date.now() + PERIOD_MINUTES * MS_PER_MINUTE) return;
	await browser.alarms.create(UPKEEP_ALARM, { delayInMinutes: 1, periodInMinutes: PERIOD_MINUTES });
}

/**
 * Deletes audits, and the visits that are too old to be stored one by one, except those that may be saved again (`underWay`, ids). A clock that is
 * wrong for a while deletes nothing: the day of the upkeep before counts.
 */
export async function runUpkeep(database: Database, now: Date, underWay: ReadonlySet<string>): Promise<void> {
	const { confirmedDay, ...next } = nextReading(await reading.read(), now.getTime());
	await reading.write({ ...next, confirmedDay });
	if (confirmedDay === null) return;
	const firstStoredDay = shiftDay(confirmedDay, -VISIT_DAYS_STORED);
	await expireVisits(database, firstStoredDay, underWay);
	await deleteAudits(database, ({ startedAtMs }) => dayOf(new Date(startedAtMs)) < firstStoredDay);
}

function nextReading(last: ClockReading | null, nowMs: number): ClockReading {
	// The first reading, or the clock went back: the last one was wrong.
	if (last === null || nowMs < last.readAtMs) return { readAtMs: nowMs, confirmedDay: null };
	if (nowMs - last.readAtMs < CONFIRMED_AFTER_MS) return last;
	return { readAtMs: nowMs, confirmedDay: dayOf(new Date(last.readAtMs)) };
}
