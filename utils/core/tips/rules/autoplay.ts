import { type Rule, rgesn, saving } from '@/utils/core/tips/rule';
import { linesOf, videoBytes, visitLines } from '@/utils/core/tips/video';

/** A video stopped at once costs little. */
const MIN_SELF_STARTED_MS = 5_000;

/** Videos that started without a click or a key. A video that follows another one automatically has its own tip. */
export const autoplay = {
	id: 'autoplay',
	references: [rgesn('4.1')],
	action: 'autoplay',
	judge({ visit }) {
		const { selfStartedMs, videoMs } = visit.media;
		const lines = visitLines(visit);
		if (selfStartedMs <= MIN_SELF_STARTED_MS || visit.nowPlaying?.isNext || lines === null) return null;
		const stakeBytes = videoBytes(visit, lines, Math.min(selfStartedMs, videoMs));
		return saving(stakeBytes, 'so-far', { selfStartedMs });
	},
} as const satisfies Rule<'selfStartedMs'>;

/** After so long without any input the learner may have left. */
const MIN_IDLE_MS = 600_000;

/** A video that followed another one automatically while nobody used the page: all of it may be wasted. */
export const runawayPlaylist = {
	id: 'runaway-playlist',
	references: [rgesn('4.1')],
	judge({ visit }) {
		const video = visit.nowPlaying;
		if (!video?.isNext || video.idleMs < MIN_IDLE_MS || video.durationMs === null) return null;
		const stakeBytes = videoBytes(visit, linesOf(video), video.durationMs);
		return saving(stakeBytes, 'video', { idleMs: video.idleMs });
	},
} as const satisfies Rule<'idleMs'>;
