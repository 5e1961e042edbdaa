import type { MediaTotals } from '@/utils/core/schema/media-fields';

/** Shares of a week's video time from which a habit is assumed. */
const UNSEEN_SHARE = 0.1;
const OVERSIZED_SHARE = 0.25;

/** The one tip about a finished week: videos played unseen, videos sharper than shown, or else sober mode. */
export type WeekTip = 'unseen' | 'sharp' | 'sober';

export function weekTip({ videoMs, hiddenMs, offScreenMs, oversizedMs }: MediaTotals): WeekTip {
	if (videoMs > 0 && hiddenMs + offScreenMs >= UNSEEN_SHARE * videoMs) return 'unseen';
	return videoMs > 0 && oversizedMs >= OVERSIZED_SHARE * videoMs ? 'sharp' : 'sober';
}
