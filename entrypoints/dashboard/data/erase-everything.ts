import { giveBackPermission } from '@/utils/browser/permissions';
import { ask } from '@/utils/browser/rpc';
import type { ErasedPart } from '@/utils/core/schema/names';
import { saveAssistantsOff } from '@/utils/settings/assistants';
import { saveBucket } from '@/utils/settings/bucket';
import { saveClassCode } from '@/utils/settings/class-code';
import { restoreTips } from '@/utils/settings/dismissed-tips';
import { saveGoal } from '@/utils/settings/goal';
import { saveLanguage } from '@/utils/settings/language';
import { saveLrs } from '@/utils/settings/lrs';
import { saveNotices } from '@/utils/settings/notices';
import { saveAnswers } from '@/utils/settings/organisation';
import { saveProfile } from '@/utils/settings/profile';
import { discardSecret } from '@/utils/settings/pseudonyms';
import { saveWeekly } from '@/utils/settings/weekly';

/**
 * Erases all figures, then resets the settings to those of a new install. Resolves to what could not be erased; null where the background
 * did not answer, and nothing is known to be erased.
 */
export async function eraseEverything(): Promise<readonly ErasedPart[] | null> {
	const reply = await ask('erase/all', {});
	if (!reply.ok) return null;
	const settings = [saveProfile(null), restoreTips(), discardSecret(), saveLrs(null), saveBucket(null)];
	settings.push(
		saveClassCode(null),
		saveLanguage(null),
		saveWeekly(null),
		saveNotices(null),
		saveGoal(null),
		saveAssistantsOff(false),
		saveAnswers(null),
	);
	const grants = [giveBackPermission('downloads'), giveBackPermission('notifications')];
	const failed = new Set(reply.value);
	if (await hasFailed(settings)) failed.add('settings');
	if (await hasFailed(grants)) failed.add('access');
	return [...failed];
}

async function hasFailed(tasks: readonly Promise<unknown>[]): Promise<boolean> {
	return (await Promise.allSettled(tasks)).some(({ status }) => status === 'rejected');
}
