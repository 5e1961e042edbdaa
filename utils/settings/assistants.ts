import { createItem } from '@/utils/browser/storage-item';
import { parseAssistantsOff } from '@/utils/core/schema/settings';

const item = createItem('assistants', parseAssistantsOff);

/** The setting in a backup, in its current shape; null where it holds nothing. */
export const acceptAssistants = item.accept;

/** Whether the learner has switched off the counting of AI assistants. */
export const readAssistantsOff = async () => (await item.read()).isOff;

/** Saves the setting; false is as at install. */
export function saveAssistantsOff(isOff: boolean): Promise<void> {
	return isOff ? item.write({ isOff }) : item.remove();
}

/** Calls back when the setting changes, until the returned function is called. */
export const watchAssistants = item.watch;
