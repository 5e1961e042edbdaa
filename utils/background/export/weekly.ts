import { createNudge } from '@/utils/background/upkeep/tell-week';
import { browser } from '@/utils/browser/browser';
import { endOfWeek, type WeeklyPreference } from '@/utils/core/delivery/weekly';
import { type ExportFile, weekFile } from '@/utils/core/export/week-file';
import { statementKey } from '@/utils/core/export/xapi';
import type { History } from '@/utils/core/schema/protocol';
import { courseId } from '@/utils/core/stats/grouping';
import { dayOf, daysOfWeek, shiftWeek, weekOf } from '@/utils/core/units/day';
import { readLanguage } from '@/utils/settings/language';
import { loadProfile } from '@/utils/settings/profile';
import { loadCodes, loadIds } from '@/utils/settings/pseudonyms';
import { readWeekly, readWeeklyState, saveWeeklyState } from '@/utils/settings/weekly';
import type { LrsSender } from './lrs-sender';
import { saveFile } from './save-file';
import { WeeklyFiles } from './weekly-files';

const ALARM = 'week';

/** Wakes the background when the week is over; planning it again changes nothing. */
export async function planWeekEnd(): Promise<void> {
	await browser.alarms.create(ALARM, { when: endOfWeek(new Date()).getTime() });
}

/** Whether an alarm is that of the week's end. */
export function isWeekEnd(alarm: { name: string }): boolean {
	return alarm.name === ALARM;
}

/** The last week that is over. */
function lastWeek(): string {
	return shiftWeek(weekOf(dayOf(new Date())), -1);
}

type ReadDays = (firstDay: string, lastDay: string) => Promise<History>;

/** What happens once a week, to be called at the end of the week and whenever that may have been missed: it happens once. */
export function createWeekEnd(readDays: ReadDays, lrs: LrsSender) {
	const files = createWeeklyFiles(readDays);
	const nudge = createNudge(readDays, lastWeek);
	return {
		files,
		end: () => {
			void lrs.addWeekly(lastWeek());
			void files.look();
			void nudge.look();
		},
	};
}

function createWeeklyFiles(readDays: ReadDays): WeeklyFiles {
	return new WeeklyFiles({
		readPreference: readWeekly,
		readState: readWeeklyState,
		saveState: saveWeeklyState,
		recordedWeeks: async (weeks) => {
			const [first, last] = [weeks.at(0), weeks.at(-1)];
			if (first === undefined || last === undefined) return [];
			const { days } = await readDays(daysOfWeek(first)[0] as string, daysOfWeek(last)[6] as string);
			const recorded = new Set(days.map(({ day }) => weekOf(day)));
			return weeks.filter((week) => recorded.has(week));
		},
		fileOf: (week, preference) => fileOf(readDays, week, preference),
		save: saveFile,
		lastWeek,
	});
}

async function fileOf(readDays: ReadDays, week: string, { scope, form }: WeeklyPreference): Promise<ExportFile> {
	const weekDays = daysOfWeek(week);
	const history = await readDays(weekDays[0] as string, weekDays[6] as string);
	const [codes, ids, { profile }, chosen] = await Promise.all([
		loadCodes([...new Set(history.days.map(courseId))]),
		loadIds(history.days.map(statementKey)),
		loadProfile(),
		readLanguage(),
	]);
	const source = {
		week,
		...history,
		profile,
		scope,
		codes,
		ids,
		version: browser.runtime.getManifest().version,
		day: dayOf(new Date()),
		// As the dashboard has it: the language of the catalogue in use.
		language: chosen ?? browser.i18n.getMessage('language'),
	};
	return weekFile(source, form);
}
