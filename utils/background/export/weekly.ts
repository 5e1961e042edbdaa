import { createNudge, type ReadDays } from '@/utils/background/upkeep/week-notification';
import { browser } from '@/utils/browser/browser';
import { endOfWeek, lastWeekOn } from '@/utils/core/delivery/weekly';
import { weekFile } from '@/utils/core/export/week-file';
import { dayOf, daysOfWeek, weekOf } from '@/utils/core/units/day';
import { readWeekly, readWeeklyState, saveWeeklyState } from '@/utils/settings/weekly';
import { saveFile } from './save-file';
import type { RecordedWeeks, WeekSender } from './week-sender';
import { readWeekSource } from './week-source';
import { WeeklyFiles } from './weekly-files';

/** Name of the alarm at the end of the week. */
export const WEEK_ALARM = 'week';

/** Schedules an alarm for the end of the week; a second call changes nothing. */
export async function scheduleWeekEnd(): Promise<void> {
	await browser.alarms.create(WEEK_ALARM, { when: endOfWeek(new Date()).getTime() });
}

function today(): string {
	return dayOf(new Date());
}

/** What happens once a week. Call `end` when a week is over and whenever that may have been missed: it acts once a week. */
export function createWeekEnd(readDays: ReadDays, senders: readonly Pick<WeekSender, 'addWeekly'>[]) {
	const recordedWeeks = createRecordedWeeks(readDays);
	const files = createWeeklyFiles(readDays, recordedWeeks);
	const nudge = createNudge(readDays, () => lastWeekOn(today()));
	return {
		files,
		end: () => {
			for (const sender of senders) void sender.addWeekly(today(), recordedWeeks);
			void files.makeDue();
			void nudge.notifyIfDue();
		},
	};
}

function createRecordedWeeks(readDays: ReadDays): RecordedWeeks {
	return async (weeks) => {
		const [first, last] = [weeks.at(0), weeks.at(-1)];
		if (first === undefined || last === undefined) return [];
		const { days } = await readDays(daysOfWeek(first)[0] as string, daysOfWeek(last)[6] as string);
		const recorded = new Set(days.map(({ day }) => weekOf(day)));
		return weeks.filter((week) => recorded.has(week));
	};
}

function createWeeklyFiles(readDays: ReadDays, recordedWeeks: RecordedWeeks): WeeklyFiles {
	return new WeeklyFiles({
		readPreference: readWeekly,
		readState: readWeeklyState,
		saveState: saveWeeklyState,
		recordedWeeks,
		fileOf: async (week, { scope, form }) => weekFile(await readWeekSource(readDays, week, scope), form),
		save: saveFile,
		today,
	});
}
