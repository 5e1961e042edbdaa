import { createItem } from '@/utils/browser/storage-item';

/** What Sobrio shows by itself, outside its own pages; both are off until the learner asks. */
export interface Notices {
	/** The open page's megabytes on the toolbar button. */
	readonly hasBadge: boolean;
	/** On Monday, a mark on the button and a notification with the week that is over. */
	readonly hasNudge: boolean;
}

export const NO_NOTICES: Notices = { hasBadge: false, hasNudge: false };

const item = createItem('notices', parseNotices);
const nudged = createItem('nudgedWeek', (stored) => (typeof stored === 'string' ? stored : null));

function parseNotices(stored: unknown): Notices {
	const { hasBadge, hasNudge } = (stored ?? {}) as Partial<Notices>;
	return { hasBadge: hasBadge === true, hasNudge: hasNudge === true };
}

/** What the learner asked to be shown. */
export function readNotices(): Promise<Notices> {
	return item.read();
}

/** Keeps what is wanted; null goes back to nothing. */
export async function saveNotices(notices: Notices | null): Promise<void> {
	if (notices) await item.write(notices);
	else await Promise.all([item.remove(), nudged.remove()]);
}

/** Calls back when something else is wanted, until the returned function is called. */
export function watchNotices(onChange: () => void): () => void {
	return item.watch(onChange);
}

/** The last week that was told of, `2026-W48`; null while none was. */
export function readNudgedWeek(): Promise<string | null> {
	return nudged.read();
}

/** Keeps the last week that was told of. */
export function saveNudgedWeek(week: string): Promise<void> {
	return nudged.write(week);
}
