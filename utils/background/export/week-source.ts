import type { ReadDays } from '@/utils/background/upkeep/week-notification';
import { browser } from '@/utils/browser/browser';
import type { WeekSource } from '@/utils/core/export/week-file';
import type { Scope } from '@/utils/core/schema/names';
import { dayOf, daysOfWeek } from '@/utils/core/units/day';
import { readLanguage } from '@/utils/settings/language';
import { loadProfile } from '@/utils/settings/profile';
import { loadPseudonyms } from '@/utils/settings/pseudonyms';

/** All that a file of a week is made of. Throws a RangeError for an invalid week. */
export async function readWeekSource(readDays: ReadDays, week: string, scope: Scope): Promise<WeekSource> {
	const weekDays = daysOfWeek(week);
	const history = await readDays(weekDays[0] as string, weekDays[6] as string);
	const [pseudonyms, { profile }, chosen] = await Promise.all([
		loadPseudonyms(history.days),
		loadProfile(),
		readLanguage(),
	]);
	return {
		week,
		...history,
		profile,
		scope,
		...pseudonyms,
		version: browser.runtime.getManifest().version,
		day: dayOf(new Date()),
		// As in the dashboard: the language of the catalogue in use.
		language: chosen ?? browser.i18n.getMessage('language'),
	};
}
