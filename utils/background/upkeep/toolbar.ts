import { browser } from '@/utils/browser/browser';
import { createSessionItem } from '@/utils/browser/session-item';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { shortMegabytes } from '@/utils/core/units/brief-format';
import { readNotices } from '@/utils/settings/notices';
import { Badge } from './badge';

/** The brand's own pair, 6.4:1, on light and dark toolbars alike. */
const GROUND = '#0b6b5f';
const INK = '#ffffff';

/** While an audit runs: red of 7.6:1 under white. */
const AUDIT_GROUND = '#a3123f';
const AUDIT_MARK = '●';

/** Title of the button while an audit runs; null while none does. */
let auditTitle: string | null = null;

/** Marks the button while an audit runs, on all tabs; a badge that is drawn later keeps its figure. */
export async function markAudit(running: { readonly name: string } | null): Promise<void> {
	if (!running && auditTitle === null) return;
	auditTitle = running && browser.i18n.getMessage('audit_badge_title', [running.name]);
	await write('', browser.i18n.getMessage('extension_name'));
}

/** Writes on the toolbar button of one tab, or of all tabs without a text of their own; null gives a tab the text of all again. */
async function write(text: string | null, title: string, tab: { readonly tabId?: number } = {}): Promise<void> {
	const { action } = browser;
	const isMarked = auditTitle !== null;
	try {
		await Promise.all([
			action.setBadgeBackgroundColor({ color: isMarked ? AUDIT_GROUND : GROUND, ...tab }),
			action.setBadgeTextColor({ color: INK, ...tab }),
			action.setBadgeText({ text: isMarked && text === '' ? AUDIT_MARK : text, ...tab }),
			action.setTitle({ title: auditTitle ?? title, ...tab }),
		]);
	} catch {
		// The tab is closed.
	}
}

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
			const megabytes = bytes === null ? '' : shortMegabytes(bytes, language);
			const title = bytes === null ? getMessage('extension_name') : getMessage('notices_badge_title', [megabytes]);
			void write(megabytes, title, { tabId });
		},
	});
}

/** A restarted background does not know whether there is a mark. */
let mayBeMarked = true;

/** Shows or removes a dot on the button of tabs without figures of their own. */
export async function markButton(isMarked: boolean): Promise<void> {
	if (!isMarked && !mayBeMarked) return;
	mayBeMarked = isMarked;
	await write(isMarked ? '•' : '', browser.i18n.getMessage('extension_name'));
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
	await write('✓', browser.i18n.getMessage('follow_marked', [host]), { tabId });
	browser.alarms.create(FOLLOW_MARK_ALARM, { delayInMinutes: FOLLOW_MARK_MINUTES });
}

/** Takes the tick away: its minute is over, or the site is not followed any more. */
export async function unmarkFollowed(): Promise<void> {
	const tabId = await markedTab.read();
	if (tabId === null) return;
	await markedTab.remove();
	await browser.alarms.clear(FOLLOW_MARK_ALARM);
	await write(null, browser.i18n.getMessage('extension_name'), { tabId });
}
