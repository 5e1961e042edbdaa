import { browser } from '@/utils/browser/browser';
import { dayOf, shiftDay } from '@/utils/core/units/day';
import type { Database } from '@/utils/store/database';
import { expireVisits } from '@/utils/store/visits';

/** Name of the daily alarm. */
export const UPKEEP_ALARM = 'upkeep';
const PERIOD_MINUTES = 24 * 60;
/** Visits older than this are deleted; their day totals stay. */
const VISIT_DAYS_STORED = 90;

/** Schedules the daily upkeep; a second call changes nothing. */
export async function scheduleUpkeep(): Promise<void> {
	if (!(await browser.alarms.get(UPKEEP_ALARM))) {
		await browser.alarms.create(UPKEEP_ALARM, { delayInMinutes: 1, periodInMinutes: PERIOD_MINUTES });
	}
}

/** Deletes the visits that are too old to be stored one by one. */
export async function runUpkeep(database: Database, now: Date): Promise<void> {
	await expireVisits(database, shiftDay(dayOf(now), -VISIT_DAYS_STORED));
}
