import { browser } from '@/utils/browser/browser';
import { hasPermission } from '@/utils/browser/permissions';
import type { History } from '@/utils/core/schema/page-messages';
import { figuresOf } from '@/utils/core/stats/figures';
import { weekTip } from '@/utils/core/tips/week-tip';
import { briefFormat } from '@/utils/core/units/brief-format';
import { daysOfWeek } from '@/utils/core/units/day';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { readNotices, readNudgedWeek, saveNudgedWeek } from '@/utils/settings/notices';
import { loadProfile } from '@/utils/settings/profile';
import { Nudge, type NudgeText } from './nudge';
import { markButton } from './toolbar';

const PREFIX = 'week:';

/** Reads the days from the first to the last, visits under way included. */
export type ReadDays = (firstDay: string, lastDay: string) => Promise<History>;

/** The weekly reminder: a mark on the button, and a notification where the browser allows it. */
export function createNudge(readDays: ReadDays, lastWeek: () => string): Nudge {
	return new Nudge({
		isEnabled: async () => (await readNotices()).hasNudge,
		readDone: readNudgedWeek,
		saveDone: saveNudgedWeek,
		lastWeek,
		textOf: (week) => textOf(readDays, week),
		async notify(week, { title, message }) {
			await markButton(true);
			if (!(await hasPermission('notifications'))) return;
			const iconUrl = browser.runtime.getURL('icon/128.png');
			await browser.notifications.create(PREFIX + week, { type: 'basic', iconUrl, title, message });
		},
	});
}

async function textOf(readDays: ReadDays, week: string): Promise<NudgeText | null> {
	const weekDays = daysOfWeek(week);
	const { days } = await readDays(weekDays[0] as string, weekDays[6] as string);
	if (days.length === 0) return null;
	const { getMessage } = browser.i18n;
	const { traffic, activeMs, media, estimate } = figuresOf(days, (await loadProfile()).profile);
	const { receivedBytes, unknownCount } = sumTraffic(traffic);
	const format = briefFormat(getMessage('language'));
	const figures = [format.bytes(receivedBytes), format.time(activeMs), format.mass(estimate.co2eGrams)];
	const summary = getMessage(unknownCount > 0 ? 'notices_figures_least' : 'notices_figures', figures);
	return {
		title: getMessage('notices_week_title', [week.slice(-2)]),
		message: `${summary} ${getMessage(`notices_tip_${weekTip(media)}`)}`,
	};
}

/** Opens a week when its notification is clicked. Call it in the tick in which the background starts, and once notifications are allowed. */
export function watchNotificationClicks(): void {
	// Undefined until the user allows notifications.
	const { notifications } = browser as Partial<typeof browser>;
	if (notifications && !notifications.onClicked.hasListener(openWeek)) notifications.onClicked.addListener(openWeek);
}

/** Removes what is shown of finished weeks: notifications, and the mark on the button. */
export async function clearNudges(): Promise<void> {
	await markButton(false);
	// Undefined until the user allows notifications.
	const { notifications } = browser as Partial<typeof browser>;
	const shown = Object.keys((await notifications?.getAll()) ?? {});
	await Promise.all(shown.map((id) => notifications?.clear(id)));
}

function openWeek(id: string): void {
	if (!id.startsWith(PREFIX)) return;
	void browser.notifications.clear(id);
	void browser.tabs.create({ url: browser.runtime.getURL(`/dashboard.html#semaine/${id.slice(PREFIX.length)}`) });
}
