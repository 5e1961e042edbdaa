import { createItem } from '@/utils/browser/storage-item';
import { type Notices, parseNotices } from '@/utils/core/schema/settings';

const item = createItem('notices', parseNotices);
const nudged = createItem('nudgedWeek', (stored) => (typeof stored === 'string' ? stored : null));

/** The notices that the learner turned on. */
export function readNotices(): Promise<Notices> {
	return item.read();
}

/** Saves the setting; null turns all notices off. */
export async function saveNotices(notices: Notices | null): Promise<void> {
	if (notices) await item.write(notices);
	else await Promise.all([item.remove(), nudged.remove()]);
}

/** Calls back when the setting changes, until the returned function is called. */
export function watchNotices(onChange: () => void): () => void {
	return item.watch(onChange);
}

/** The last week that was notified, `2026-W48`; null while none was. */
export function readNudgedWeek(): Promise<string | null> {
	return nudged.read();
}

/** Saves the last week that was notified. */
export function saveNudgedWeek(week: string): Promise<void> {
	return nudged.write(week);
}
