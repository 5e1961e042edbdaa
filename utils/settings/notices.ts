import { createItem } from '@/utils/browser/storage-item';
import { type Notices, parseNotices } from '@/utils/core/schema/settings';

const item = createItem('notices', parseNotices);
const nudged = createItem('nudgedWeek', (stored): string | null => (typeof stored === 'string' ? stored : null));

/** The setting in a backup, in its current shape; null where it holds nothing. */
export const acceptNotices = item.accept;

/** The notices that the learner turned on. */
export const readNotices = item.read;

/** Saves the setting; null turns all notices off. */
export async function saveNotices(notices: Notices | null): Promise<void> {
	if (notices) await item.write(notices);
	else await Promise.all([item.remove(), nudged.remove()]);
}

/** Calls back when the setting changes, until the returned function is called. */
export const watchNotices = item.watch;

/** The last week that was notified, `2026-W48`; null while none was. */
export const readNudgedWeek = nudged.read;

/** Saves the last week that was notified. */
export const saveNudgedWeek = nudged.write;
