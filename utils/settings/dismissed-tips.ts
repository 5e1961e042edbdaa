import { storage } from 'wxt/utils/storage';

/** Local day, `YYYY-MM-DD`, on which each tip was dismissed, by tip id. */
export type DismissedTips = Readonly<Record<string, string>>;

const item = storage.defineItem<DismissedTips>('local:dismissedTips', { fallback: {}, version: 1 });

/** Empty while no tip was dismissed. */
export async function readDismissedTips(): Promise<DismissedTips> {
	return item.getValue();
}

/** Keeps these days in place of those before. */
export async function saveDismissedTips(dismissed: DismissedTips): Promise<void> {
	await item.setValue(dismissed);
}

/** Brings every dismissed tip back. */
export async function restoreTips(): Promise<void> {
	await item.removeValue();
}
