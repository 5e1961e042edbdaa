import { browser } from '@/utils/browser/browser';
import { maySend } from '@/utils/browser/permissions';
import { UNCONSENTED } from '@/utils/core/delivery/queue';
import { type Statement, weekStatements } from '@/utils/core/export/xapi';
import { addressPattern } from '@/utils/core/platforms/match-pattern';
import type { Lrs } from '@/utils/core/schema/settings';
import { dayOf, daysOfWeek } from '@/utils/core/units/day';
import { changeQueue, discardQueue, readLrs, readQueue, saveLrs } from '@/utils/settings/lrs';
import { readLrsAgreement } from '@/utils/settings/organisation';
import { loadPseudonyms } from '@/utils/settings/pseudonyms';
import type { Database } from '@/utils/store/database';
import type { DatabaseKeeper } from '@/utils/store/database-keeper';
import { readHistory } from '@/utils/store/history';
import { sendStatements } from './send';
import { WeekSender } from './week-sender';

/** Name of the alarm at which the sender tries again. */
export const LRS_ALARM = 'lrs';

async function statementsOf(database: Database, week: string, { scope }: Lrs): Promise<readonly Statement[]> {
	const weekDays = daysOfWeek(week);
	const history = await readHistory(database, weekDays[0] as string, weekDays[6] as string);
	const pseudonyms = await loadPseudonyms(history.days);
	return weekStatements({ week, ...history, scope, ...pseudonyms, today: dayOf(new Date()) });
}

/** The sender of weeks, on the browser's alarms, the settings and the database. */
export function createLrsSender(database: DatabaseKeeper): WeekSender<Lrs, Statement> {
	return new WeekSender({
		readTarget: readLrs,
		readAgreement: readLrsAgreement,
		readQueue,
		changeQueue,
		discardQueue,
		itemsOf: async (week, lrs) => statementsOf(await database.open(), week, lrs),
		send: async (lrs, statements, nowMs, report) => {
			const isAllowed = () => maySend(addressPattern(lrs.endpoint));
			const reportAllowed = async (doneCount: number) => (await report(doneCount)) && isAllowed();
			return (await isAllowed()) ? sendStatements(lrs, statements, nowMs, reportAllowed) : UNCONSENTED;
		},
		wakeAt: async (when) => browser.alarms.create(LRS_ALARM, { when }),
		nowMs: Date.now,
	});
}

/** Deletes the user's store with all that waits for it, and the alarm at which the sender would try again. */
export async function discardLrs(): Promise<void> {
	await saveLrs(null);
	await discardQueue();
	await browser.alarms.clear(LRS_ALARM);
}
