import { createItem } from '@/utils/browser/storage-item';
import { parseDismissedTips } from '@/utils/core/schema/settings';

const item = createItem('dismissedTips', parseDismissedTips);

/** The setting in a backup, in its current shape; null where it holds nothing. */
export const acceptDismissedTips = item.accept;

/** Empty while no tip was dismissed. */
export const readDismissedTips = item.read;

/** Replaces the stored days. */
export const saveDismissedTips = item.write;

/** Brings every dismissed tip back. */
export const restoreTips = item.remove;
