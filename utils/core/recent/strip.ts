import type { LiveVisit, Recent, Slice, SliceState } from '@/utils/core/schema/visit';
import {
	fittingLines,
	linesOf,
	lowerQualityBytesPerHour,
	SOUND_BYTES_PER_HOUR,
	videoBytesPerHour,
} from '@/utils/core/tips/video';
import { extended, SLICE_COUNT, SLICE_MS } from './recent';

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_HOUR = 60;
const SLICES_PER_MINUTE = MS_PER_MINUTE / SLICE_MS;
/** Players load in bursts: each slice shows the mean of so many. */
const SMOOTHED_SLICES = 3;

/** One step of the strip. */
export interface StripSlice {
	readonly state: SliceState;
	readonly bytesPerMinute: number;
	readonly lines: number | null;
}

/** Where the resolution of the video changed. */
export interface StripMark {
	/** Index of the first slice after the change, 0 for the oldest. */
	readonly index: number;
	readonly linesBefore: number;
	readonly lines: number;
}

/** The last two minutes of a page, in steps of five seconds. */
export interface Strip {
	/** Always as many as two minutes have, oldest first. */
	readonly slices: readonly StripSlice[];
	readonly marks: readonly StripMark[];
	/** Bytes a minute of the last minute, or since the resolution changed in it, as far as it is known; null where nothing is. */
	readonly bytesPerMinute: number | null;
	/** Bytes a minute that the frame on screen needs; null without a video. */
	readonly neededBytesPerMinute: number | null;
	/** The bytes a minute at the top. */
	readonly maxBytesPerMinute: number;
}

/** A lower resolution of the visit's video, and the bytes a minute before it; null where they are not known. */
export interface StripDrop extends Omit<StripMark, 'index'> {
	readonly visitId: string;
	readonly bytesPerMinuteBefore: number | null;
}

const UNKNOWN: StripSlice = { state: 'unknown', bytesPerMinute: 0, lines: null };

/** The strip of a visit up to the slice before `step`, which is whole. A drop that has left it keeps its mark at the start. */
export function stripOf(recent: Recent | null, visit: LiveVisit, step: number, drop: StripDrop | null): Strip {
	const known = extended(recent?.visitId === visit.id ? recent.slices : [], step).filter((slice) => slice.step < step);
	const slices = known.map((slice, index) => ({
		state: slice.state,
		lines: slice.lines,
		bytesPerMinute: meanOf(known.slice(Math.max(0, index - SMOOTHED_SLICES + 1), index + 1)) ?? 0,
	}));
	const missing = SLICE_COUNT - slices.length;
	const marks = marksOf(known).map((mark) => ({ ...mark, index: mark.index + missing }));
	const neededBytesPerMinute = neededBytes(visit);
	return {
		slices: [...Array.from({ length: missing }, () => UNKNOWN), ...slices],
		marks: marks.length === 0 && drop ? [{ ...drop, index: 0 }] : marks,
		bytesPerMinute: meanOf(sinceLastMark(known)),
		neededBytesPerMinute,
		maxBytesPerMinute: Math.max(1, neededBytesPerMinute ?? 0, ...slices.map(({ bytesPerMinute }) => bytesPerMinute)),
	};
}

/** The last minute, or what has followed a change of resolution since. */
function sinceLastMark(slices: readonly Slice[]): readonly Slice[] {
	const from = marksOf(slices).at(-1)?.index ?? 0;
	const isSettled = slices.length - from >= SMOOTHED_SLICES;
	return slices.slice(Math.max(slices.length - SLICES_PER_MINUTE, isSettled ? from : 0));
}

/** The last change of resolution of the last two minutes; null unless it was to a lower one. */
export function dropOf(recent: Recent | null): StripDrop | null {
	const mark = recent && marksOf(recent.slices).at(-1);
	if (!mark || mark.lines >= mark.linesBefore) return null;
	const { index, lines, linesBefore } = mark;
	const before = recent.slices.slice(Math.max(0, index - SLICES_PER_MINUTE), index);
	return { visitId: recent.visitId, lines, linesBefore, bytesPerMinuteBefore: meanOf(before) };
}

/** Bytes a minute of the slices that are known; null for none. */
function meanOf(slices: readonly Slice[]): number | null {
	const known = slices.filter(({ state }) => state !== 'unknown');
	if (known.length === 0) return null;
	return (known.reduce((sum, { receivedBytes }) => sum + receivedBytes, 0) / known.length) * SLICES_PER_MINUTE;
}

/** The changes of resolution, also over a pause. */
function marksOf(slices: readonly Slice[]): readonly StripMark[] {
	const marks: StripMark[] = [];
	let linesBefore: number | null = null;
	const all = slices.flatMap(({ firstLines, lines }, index) =>
		[firstLines ?? lines, lines].map((each) => [index, each] as const),
	);
	for (const [index, lines] of all) {
		if (lines === null) continue;
		if (linesBefore !== null && lines !== linesBefore) marks.push({ index, linesBefore, lines });
		linesBefore = lines;
	}
	return marks;
}

/** What a tip would leave: a video out of sight needs its sound alone, one too large for its frame a lower resolution. */
function neededBytes(visit: LiveVisit): number | null {
	const video = visit.nowPlaying;
	if (!video) return null;
	const lines = linesOf(video);
	const perHour = videoBytesPerHour(visit, lines);
	if (video.isHidden || video.isOffScreen) return Math.min(perHour, SOUND_BYTES_PER_HOUR) / MINUTES_PER_HOUR;
	const fitting = fittingLines(video);
	return (fitting ? perHour - lowerQualityBytesPerHour(visit, lines, fitting) : perHour) / MINUTES_PER_HOUR;
}
