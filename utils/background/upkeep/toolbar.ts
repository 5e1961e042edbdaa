import { browser } from '@/utils/browser/browser';
import { createSessionItem } from '@/utils/browser/session-item';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { shortMegabytes } from '@/utils/core/units/brief-format';
import { readNotices } from '@/utils/settings/notices';
import { Badge } from './badge';
import { restingText, restingTitle, writeButton } from './button';

/** The badge on the button of each tab; `current` returns the figures of its page. */
export function createBadge(current: (tabId: number) => LiveVisit | null): Badge {
	return new Badge({
		isEnabled: async () => (await readNotices()).hasBadge,
		tabIds: async () => (await browser.tabs.query({})).flatMap(({ id }) => id ?? []),
		current,
		draw(tabId, bytes) {
			const { getMessage } = browser.i18n;
			// In the browser's language: the background has texts of no other.
			const language = getMessage('language');
			const megabytes = bytes === null ? null : shortMegabytes(bytes, language);
			const title = megabytes === null ? restingTitle() : getMessage('notices_badge_title', [megabytes]);
			void writeButton(megabytes, title, { tabId });
		},
	});
}

/** A restarted background does not know whether there is a mark. */
let mayBeMarked = true;

/** Shows or removes a dot on the button of tabs without figures of their own. */
export async function markButton(isMarked: boolean): Promise<void> {
	if (!isMarked && !mayBeMarked) return;
	mayBeMarked = isMarked;
	await writeButton(isMarked ? '•' : restingText(), restingTitle());
}

export const FOLLOW_MARK_ALARM = 'follow-mark';
const FOLLOW_MARK_MINUTES = 1;

/** The tab whose button has a tick. It outlives a stop of the background. */
const markedTab = createSessionItem<number>('marked-tab');

/**
 * A tick for a minute on the button of the tab whose site was just followed: the browser's permission prompt may have closed the popup that
 * says so.
 */
export async function markFollowed(tabId: number, host: string): Promise<void> {
	if (tabId === browser.tabs.TAB_ID_NONE) return;
	await unmarkFollowed();
	await markedTab.write(tabId);
	await writeButton('✓', browser.i18n.getMessage('follow_marked', [host]), { tabId });
	browser.alarms.create(FOLLOW_MARK_ALARM, { delayInMinutes: FOLLOW_MARK_MINUTES });
}

/** Takes the tick away: its minute is over, or the site is not followed any more. */
export async function unmarkFollowed(): Promise<void> {
	const tabId = await markedTab.read();
	if (tabId === null) return;
	await markedTab.remove();
	await browser.alarms.clear(FOLLOW_MARK_ALARM);
	await writeButton(null, restingTitle(), { tabId });
}
