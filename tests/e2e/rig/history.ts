import type { Page } from '@/tests/e2e/drivers/driver';
import type { DayRecord } from '@/utils/core/schema/backup-file';
import type { History, Reply } from '@/utils/core/schema/page-messages';
import type { Traffic } from '@/utils/core/schema/traffic';
import type { Visit } from '@/utils/core/schema/visit';
import { addTraffic, NO_TRAFFIC, sumTraffic, type TrafficSum } from '@/utils/core/visit/traffic';

const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2999-12-31';

/** Everything that the extension has stored, requested from one of its own pages. */
export async function readAllHistory(extensionPage: Page): Promise<History> {
	const reply = await extensionPage.evaluate(askHistory, FIRST_DAY, LAST_DAY);
	if (!reply.ok) throw new Error(`history/get: ${reply.error}`);
	return reply.value;
}

/** The visits of the first days, each by itself, once everything is written. */
export async function readVisits(extensionPage: Page): Promise<readonly Visit[]> {
	await readAllHistory(extensionPage);
	const reply = await extensionPage.evaluate(askDays);
	if (!reply.ok) throw new Error(`backup/days: ${reply.error}`);
	return reply.value.flatMap(({ visits }) => visits);
}

/** The traffic of all days and courses. */
export function trafficOf({ days }: History): Traffic {
	return days.reduce((sum, { traffic }) => addTraffic(sum, traffic), NO_TRAFFIC);
}

/** Totals over all days and courses, and the video that was played. */
export function totalOf(history: History): TrafficSum & { readonly videoMs: number; readonly visitCount: number } {
	const { days } = history;
	return {
		...sumTraffic(trafficOf(history)),
		videoMs: days.reduce((sum, { media }) => sum + media.videoMs, 0),
		visitCount: days.reduce((sum, { visitCount }) => sum + visitCount, 0),
	};
}

/** Runs in the extension's page. */
function askHistory(firstDay: string, lastDay: string): Promise<Reply<History>> {
	const { chrome } = globalThis as unknown as {
		chrome: { runtime: { sendMessage(message: object): Promise<Reply<History>> } };
	};
	return chrome.runtime.sendMessage({ type: 'history/get', request: { firstDay, lastDay } });
}

/** Runs in the extension's page. */
function askDays(): Promise<Reply<readonly DayRecord[]>> {
	const { chrome } = globalThis as unknown as {
		chrome: { runtime: { sendMessage(message: object): Promise<Reply<readonly DayRecord[]>> } };
	};
	return chrome.runtime.sendMessage({ type: 'backup/days', request: { after: '' } });
}
