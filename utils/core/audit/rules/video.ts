import { findFile, knownBytes, wholeBytesOf } from '@/utils/core/audit/bytes';
import { type AuditRule, exactly, type Found, type Stake, UNKNOWN_STAKE } from '@/utils/core/audit/finding';
import type { AuditLoad, AuditMedia } from '@/utils/core/schema/audit/audit-load';
import { ENOUGH_BITS_PER_SECOND, MAX_SINGLE_LINES, MIN_PRELOAD_BYTES_PER_VIEW } from '@/utils/core/tips/trainer/media';
import { assumedBytesPerHour, fittingLines, linesOf } from '@/utils/core/tips/video';

/** Lines of the qualities that a ladder has for phones, slow connections and small frames. */
const LADDER = [720, 480] as const;
const HOUR_MS = 3_600_000;
const MS_PER_SECOND = 1_000;
const BITS_PER_BYTE = 8;

/** Names a video of a load: its file, else its position. */
function nameOf(load: AuditLoad, media: AuditMedia): Pick<Found, 'file' | 'part'> {
	return { file: media.file, part: media.file ? '' : `video ${load.media.indexOf(media) + 1}` };
}

function mediaOf(load: AuditLoad, { file, part }: Pick<Found, 'file' | 'part'>): AuditMedia | null {
	return (
		load.media.find((media, index) => (file ? media.file?.path === file.path : part === `video ${index + 1}`)) ?? null
	);
}

/** Bytes of an hour of it, by its bitrate; null when unknown. */
function hourBytes({ bitsPerSecond }: AuditMedia): number | null {
	return bitsPerSecond === null ? null : (bitsPerSecond * HOUR_MS) / MS_PER_SECOND / BITS_PER_BYTE;
}

/** Bytes of all of it: by its file, else by bitrate and length; null when neither is known. */
function allBytes(load: AuditLoad, media: AuditMedia): number | null {
	const file = findFile(load, media.file);
	const whole = file?.wholeBytes ?? null;
	const hour = hourBytes(media);
	if (whole !== null || hour === null || media.durationMs === null) return whole ?? (file && wholeBytesOf(file));
	return (hour * media.durationMs) / HOUR_MS;
}

/** Videos of a load: no sounds, and no picture that only decorates (silent, repeating, without controls). */
function videos(load: AuditLoad): readonly AuditMedia[] {
	return load.media.filter(
		({ isSound, isMuted, isLooping, hasControls }) => !isSound && !(isMuted && isLooping && !hasControls),
	);
}

/** Lines that would fill the frame; null where the video is not too large, or its sizes are unknown. */
function neededLines(media: AuditMedia): number | null {
	if (media.shownWidthPx <= 0 || media.shownHeightPx <= 0 || linesOf(media) <= 0) return null;
	return fittingLines({ ...media, isHidden: false });
}

/** Saved by fewer lines: as ADEME's bytes an hour differ at least, as the pixels at most. */
function fewerLinesStake(bytes: number | null, lines: number, fewer: number): Stake {
	if (bytes === null) return UNKNOWN_STAKE;
	const [byHour, byPixels] = [assumedBytesPerHour(fewer) / assumedBytesPerHour(lines), (fewer / lines) ** 2];
	return { lowBytes: bytes * (1 - Math.max(byHour, byPixels)), highBytes: bytes * (1 - Math.min(byHour, byPixels)) };
}

/** Videos with at least twice the pixels that the page shows, and whose player does not choose among several qualities. */
export const videoSize: AuditRule = {
	id: 'video-size',
	criteria: ['5.3'],
	canJudge: (load, found) => {
		const media = mediaOf(load, found);
		return media === null || (linesOf(media) > 0 && media.shownHeightPx > 0);
	},
	judge: (load) =>
		videos(load).flatMap((media) => {
			const lines = linesOf(media);
			const fitting = media.isAdaptive === true ? null : neededLines(media);
			if (fitting === null) return [];
			const hour = hourBytes(media);
			return {
				rule: 'video-size',
				...nameOf(load, media),
				stake: fewerLinesStake(allBytes(load, media), lines, fitting),
				per: 'watching',
				params: {
					servedLines: lines,
					shownLines: Math.round(Math.min(media.shownWidthPx, media.shownHeightPx)),
					fittingLines: fitting,
					...(hour !== null && { hourBytes: hour }),
				},
			};
		}),
};

/** Videos in one quality above 720p. */
export const oneQuality: AuditRule = {
	id: 'one-quality',
	criteria: ['5.3', '5.4'],
	canJudge: (load, found) => {
		const media = mediaOf(load, found);
		return media === null || (linesOf(media) > 0 && media.isAdaptive !== null);
	},
	judge: (load) =>
		videos(load).flatMap((media) => {
			const lines = linesOf(media);
			if (media.isAdaptive !== false || media.offeredLines.length > 1 || lines <= MAX_SINGLE_LINES) return [];
			const [bits, ms] = [media.bitsPerSecond, media.durationMs];
			const excess =
				bits === null || ms === null
					? null
					: (Math.max(0, bits - ENOUGH_BITS_PER_SECOND) * ms) / MS_PER_SECOND / BITS_PER_BYTE;
			return {
				rule: 'one-quality',
				...nameOf(load, media),
				// Who has the screen and the connection for it still takes the large one.
				stake: { lowBytes: 0, highBytes: excess },
				per: 'watching',
				params: { servedLines: lines, missing: LADDER.map((rung) => `${rung}p`).join(', ') },
			};
		}),
};

/** Videos without a text track of captions or subtitles. */
export const noCaptions: AuditRule = {
	id: 'no-captions',
	criteria: ['4.7'],
	canJudge: (load, found) => mediaOf(load, found)?.captionTrackCount !== null,
	judge: (load) =>
		videos(load)
			.filter(({ captionTrackCount }) => captionTrackCount === 0)
			.map((media) => ({ rule: 'no-captions', ...nameOf(load, media), stake: null, per: 'view', params: {} })),
};

/** Videos and sounds that the page starts by itself. */
export const autoplay: AuditRule = {
	id: 'autoplay',
	criteria: ['4.1'],
	canJudge: () => true,
	judge: (load) =>
		load.media
			.filter(({ hasAutoplay }) => hasAutoplay)
			.map((media) => {
				const file = findFile(load, media.file);
				const bytes = file && knownBytes(file);
				const stake = bytes === null || bytes <= 0 ? UNKNOWN_STAKE : exactly(bytes);
				return { rule: 'autoplay', ...nameOf(load, media), stake, per: 'view', params: {} };
			}),
};

/** Files of videos and sounds that loaded more than a beginning and were not played. */
export const preload: AuditRule = {
	id: 'preload',
	criteria: ['6.5'],
	canJudge: (load, found) => {
		const media = mediaOf(load, found);
		const file = findFile(load, found.file);
		return media === null || (!media.isPlayed && (file === null || knownBytes(file) !== null));
	},
	judge: (load) =>
		load.media.flatMap((media) => {
			const file = findFile(load, media.file);
			if (media.isPlayed || media.hasAutoplay || !file || media.preload === 'none') return [];
			const bytes = knownBytes(file);
			if (bytes === null ? media.preload !== 'auto' : bytes <= MIN_PRELOAD_BYTES_PER_VIEW) return [];
			const stake = bytes === null ? UNKNOWN_STAKE : exactly(bytes);
			return { rule: 'preload', ...nameOf(load, media), stake, per: 'view', params: {} };
		}),
};
