import { createItem } from '@/utils/browser/storage-item';

/** Local day, `YYYY-MM-DD`, on which each tip was dismissed, by tip id. */
export type DismissedTips = Readonly<Record<string, string>>;

const item = createItem('dismissedTips', parseDismissedTips);

function parseDismissedTips(stored: unknown): DismissedTips {
	return Object.fromEntries(Object.entries(stored ?? {}).filter(([, day]) => typeof day === 'string'));
}

/** Empty while no tip was dismissed. */
export function readDismissedTips(): Promise<DismissedTips> {
	return item.read();
}

/** Keeps these days in place of those before. */
export function saveDismissedTips(dismissed: DismissedTips): Promise<void> {
	return item.write(dismissed);
}

/** Brings every dismissed tip back. */
export function restoreTips(): Promise<void> {
	return item.remove();
}
