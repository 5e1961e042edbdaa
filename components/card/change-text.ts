import { i18n } from '#i18n';
import type { Format } from '@/utils/core/units/format';

/** Smaller changes than this share count as none. */
export const SAME_SHARE = 0.005;

/** From this ratio on, a change reads as a multiple: "× 35". */
const MULTIPLE = 3;

/**
 * Words for received bytes as a ratio to the week before, per hour of course: "23 % de moins par heure que la précédente". With a week's
 * number it names that week, and the ratio is that of all bytes.
 */
export function changeText(ratio: number, format: Format, weekNumber: string | null = null): string {
	const share = format.share(Math.abs(ratio - 1));
	const direction = Math.abs(ratio - 1) < SAME_SHARE ? 'same' : ratio < 1 ? 'lower' : 'higher';
	if (direction === 'same') return weekNumber === null ? i18n.t('week.same') : i18n.t('week.same_as', [weekNumber]);
	if (ratio >= MULTIPLE) {
		const times = format.count(ratio);
		return weekNumber === null ? i18n.t('week.times', [times]) : i18n.t('week.times_than', [times, weekNumber]);
	}
	if (weekNumber === null) return i18n.t(`week.${direction}`, [share]);
	return i18n.t(`week.${direction}_than`, [share, weekNumber]);
}
