import { createItem } from '@/utils/browser/storage-item';
import { type DismissedTips, parseDismissedTips } from '@/utils/core/schema/settings';

const item = createItem('dismissedTips', parseDismissedTips);

/** Empty while no tip was dismissed. */
export function readDismissedTips(): Promise<DismissedTips> {
	return item.read();
}

/** Replaces the stored days. */
export function saveDismissedTips(dismissed: DismissedTips): Promise<void> {
	return item.write(dismissed);
}

/** Brings every dismissed tip back. */
export function restoreTips(): Promise<void> {
	return item.remove();
}
