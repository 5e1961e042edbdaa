import type { BufferedVideo } from './frame-report';
import type { LedgerRow } from './ledger';

/** What a frame's totals of a video are called in its row. */
const VIDEO_FIELDS = {
	share: 'bufferedShare',
	grownAtMs: 'grownAtMs',
	restedAtMs: 'restedAtMs',
	inspectedAtMs: 'inspectedAtMs',
	sharePerMs: 'sharePerMs',
} as const;

/** Takes in what a frame has loaded of a video: of two reports the further counts. */
export function applyVideo(row: LedgerRow, video: BufferedVideo): void {
	row.isPlayed ||= video.isPlayed;
	row.hasJumped ||= video.hasJumped;
	for (const field of Object.keys(VIDEO_FIELDS) as (keyof typeof VIDEO_FIELDS)[]) {
		row[VIDEO_FIELDS[field]] = Math.max(row[VIDEO_FIELDS[field]], video[field]);
	}
}
