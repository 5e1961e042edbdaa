import type { NowPlaying } from '@/utils/core/schema/media';
import type { Player } from '@/utils/core/schema/names';
import type { Action } from '@/utils/core/sober/effects';

/** Players whose quality can be set from outside, see `utils/page/sober/players`. What Chrome plays by itself cannot be controlled. */
const CAPPABLE: readonly Player[] = ['hls.js', 'dash.js', 'shaka', 'video.js', 'plyr'];

/**
 * Whether an action can work in the tab. The quality of a video can only be lowered where there is another one, by a player that can
 * be controlled: `cappableCount` is how many of those the page has reported, 0 before any report.
 */
export function canAct(action: Action, video: NowPlaying | null, cappableCount: number): boolean {
	if (action !== 'quality') return true;
	if (!video || video.isAdaptive === false) return false;
	return cappableCount > 0 || CAPPABLE.includes(video.player);
}
