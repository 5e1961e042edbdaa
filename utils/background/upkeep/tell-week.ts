import { browser } from '@/utils/browser/browser';
import type { History } from '@/utils/core/schema/protocol';
import { figuresOf } from '@/utils/core/stats/figures';
import { weekTip } from '@/utils/core/tips/week-tip';
import { briefFormat } from '@/utils/core/units/brief-format';
import { daysOfWeek } from '@/utils/core/units/day';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { readNotices, readNudgedWeek, saveNudgedWeek } from '@/utils/settings/notices';
import { loadProfile } from '@/utils/settings/profile';
import { Nudge, type NudgeWords } from './nudge';
import { markButton } from './toolbar';

const PREFIX = 'week:';

type ReadDays = (firstDay: string, lastDay: string) => Promise<History>;

/** The weekly reminder: a mark on the button, and a notification where the browser allows it. */
export function createNudge(readDays: ReadDays, lastWeek: () => string): Nudge {
	return new Nudge({
		isWanted: async () => (await readNotices()).hasNudge,
		readDone: readNudgedWeek,
		saveDone: saveNudgedWeek,
		lastWeek,
		words: (week) => wordsOf(readDays, week),
		async tell(week, { title, message }) {
			await markButton(true);
			if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
			const iconUrl = browser.runtime.getURL('icon/128.png');
			await browser.notifications.create(PREFIX + week, { type: 'basic', iconUrl, title, message });
		},
	});
}

async function wordsOf(readDays: ReadDays, week: string): Promise<NudgeWords | null> {
	const weekDays = daysOfWeek(week);
	const { days } = await readDays(weekDays[0] as string, weekDays[6] as string);
	if (days.length === 0) return null;
	const { getMessage } = browser.i18n;
	const { traffic, activeMs, media, estimate } = figuresOf(days, (await loadProfile()).profile);
	const { receivedBytes, unknownCount } = sumTraffic(traffic);
	const format = briefFormat(getMessage('language'));
	const figures = [format.bytes(receivedBytes), format.time(activeMs), format.mass(estimate.co2eGrams)];
	const report = getMessage(unknownCount > 0 ? 'notices_figures_least' : 'notices_figures', figures);
	return {
		title: getMessage('notices_week_title', [week.slice(-2)]),
		message: `${report} ${getMessage(`notices_tip_${weekTip(media)}`)}`,
	};
}

/** A click on the notification opens its week. To be called in the same tick as the background starts, and once it is allowed. */
export function listenToClicks(): void {
	// Not there until the user allows notifications.
	const { notifications } = browser as Partial<typeof browser>;
	if (notifications && !notifications.onClicked.hasListener(openWeek)) notifications.onClicked.addListener(openWeek);
}

function openWeek(id: string): void {
	if (!id.startsWith(PREFIX)) return;
	void browser.notifications.clear(id);
	void browser.tabs.create({ url: browser.runtime.getURL(`/dashboard.html#semaine/${id.slice(PREFIX.length)}`) });
}
