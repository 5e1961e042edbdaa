import { i18n } from '#i18n';
import { SAME_SHARE } from '@/components/card/change-text';
import type { PeriodChange } from '@/utils/core/stats/compare';
import { monthNameFormat } from '@/utils/core/units/day-format';
import type { Format } from '@/utils/core/units/format';
import { monthBefore } from '@/utils/core/units/month';

/** Words for a month's received bytes against the month before: "23 % de moins qu’en octobre". */
export function monthChangeText({ ratio, isSoFar }: PeriodChange, month: string, format: Format): string {
	const before = monthNameFormat(format.locale)(`${monthBefore(month)}-01`);
	const share = format.share(Math.abs(ratio - 1));
	const isSame = Math.abs(ratio - 1) < SAME_SHARE;
	const text = isSame
		? i18n.t('month.same', [before])
		: i18n.t(ratio < 1 ? 'month.lower' : 'month.higher', [share, before]);
	return isSoFar ? i18n.t('month.so_far', [text]) : text;
}
