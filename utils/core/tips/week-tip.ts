import type { MediaTotals } from '@/utils/core/visit/media';

/** Less of a week's video is no habit. */
const UNSEEN_SHARE = 0.1;
const OVERSIZED_SHARE = 0.25;

/** The one thing to tell about a week that is over: videos played unseen, videos sharper than shown, or sober mode for all else. */
export type WeekTip = 'unseen' | 'sharp' | 'sober';

/** The tip for what was played in a week. */
export function weekTip({ videoMs, hiddenMs, offScreenMs, oversizedMs }: MediaTotals): WeekTip {
	if (videoMs > 0 && hiddenMs + offScreenMs >= UNSEEN_SHARE * videoMs) return 'unseen';
	return videoMs > 0 && oversizedMs >= OVERSIZED_SHARE * videoMs ? 'sharp' : 'sober';
}
