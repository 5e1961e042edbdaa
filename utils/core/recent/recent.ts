import type { LiveVisit, Recent, Slice, SliceState } from '@/utils/core/schema/visit';
import { linesOf } from '@/utils/core/tips/video';
import { sumTraffic } from '@/utils/core/visit/traffic';

/** The time of one slice, and how many slices are kept: two minutes. */
export const SLICE_MS = 5_000;
export const SLICE_COUNT = 24;

export function stepOf(ms: number): number {
	return Math.floor(ms / SLICE_MS);
}

/** The last minutes with what a visit has gained since it was last seen; `before` is null where that is not known. */
export function addRecent(before: Recent | null, visit: LiveVisit, nowMs: number): Recent {
	const known = before?.visitId === visit.id ? before : null;
	const { receivedBytes, unknownCount } = sumTraffic(visit.traffic);
	const step = stepOf(nowMs);
	// What came before the first look belongs to a time that nobody saw, unless the page has only just opened.
	const isNew = nowMs - visit.startedAtMs < SLICE_MS && !visit.beforeMidnight;
	const gainedBytes = Math.max(0, receivedBytes - (known?.receivedBytes ?? (isNew ? 0 : receivedBytes)));
	const state = stateOf(visit, gainedBytes, unknownCount - (known?.unknownCount ?? 0));
	const lines = visit.nowPlaying ? linesOf(visit.nowPlaying) : null;
	const slices = extended(known?.slices ?? [], step);
	const current = slices.find((slice) => slice.step === step);
	const firstLines = current?.firstLines ?? current?.lines ?? lines;
	const next = {
		step,
		receivedBytes: (current?.receivedBytes ?? 0) + gainedBytes,
		state,
		lines,
		...(firstLines !== null && firstLines !== lines && { firstLines }),
	};
	const all = [...slices.filter((slice) => slice.step < step), next];
	return { visitId: visit.id, receivedBytes, unknownCount, slices: all.slice(-SLICE_COUNT) };
}

/** Slices up to a step, exclusive: while nothing is reported, nothing changes and nothing comes. */
export function extended(slices: readonly Slice[], step: number): readonly Slice[] {
	const last = slices.at(-1);
	if (!last) return slices;
	const missing = Math.min(SLICE_COUNT, Math.max(0, step - last.step - 1));
	const { firstLines: _, ...atEnd } = last;
	const added = Array.from({ length: missing }, (_, index) => ({
		...atEnd,
		step: step - missing + index,
		receivedBytes: 0,
	}));
	return [...slices, ...added].slice(-SLICE_COUNT);
}

function stateOf({ nowPlaying, traffic }: LiveVisit, gainedBytes: number, newUnknownCount: number): SliceState {
	if (newUnknownCount > 0) return 'unknown';
	if (!nowPlaying) return 'paused';
	// A video that plays from a response whose bytes are reported at its end.
	if (gainedBytes === 0 && (traffic.received.video?.unknownCount ?? 0) > 0) return 'unknown';
	return nowPlaying.isHidden || nowPlaying.isOffScreen ? 'hidden' : 'playing';
}
