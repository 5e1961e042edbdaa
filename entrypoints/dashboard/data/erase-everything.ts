import { giveBackPermission } from '@/utils/browser/permissions';
import { ask } from '@/utils/browser/rpc';
import { saveAssistantsOff } from '@/utils/settings/assistants';
import { restoreTips } from '@/utils/settings/dismissed-tips';
import { saveGoal } from '@/utils/settings/goal';
import { saveLanguage } from '@/utils/settings/language';
import { saveLrs } from '@/utils/settings/lrs';
import { saveNotices } from '@/utils/settings/notices';
import { saveProfile } from '@/utils/settings/profile';
import { discardSecret } from '@/utils/settings/pseudonyms';
import { saveWeekly } from '@/utils/settings/weekly';

/** Erases all figures, then resets the settings to those of a new install. Resolves to whether the figures were erased. */
export async function eraseEverything(): Promise<boolean> {
	const reply = await ask('erase/all', {});
	if (!reply.ok) return false;
	await Promise.all([saveProfile(null), restoreTips(), discardSecret(), saveLrs(null), saveLanguage(null)]);
	await Promise.all([saveWeekly(null), saveNotices(null), saveGoal(null), saveAssistantsOff(false)]);
	await Promise.all([giveBackPermission('downloads'), giveBackPermission('notifications')]);
	return true;
}
