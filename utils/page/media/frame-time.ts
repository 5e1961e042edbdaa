import type { FrameTimes } from '@/utils/core/schema/frame-report';
import { Spans } from '@/utils/core/visit/spans';

/** Stretches this close together are one: events and clocks are some milliseconds apart. */
const MAX_GAP_MS = 500;
/** A report holds so many stretches of each kind: the newest ones, since the background has the others. */
const MAX_REPORTED = 20;

/** Of which times a frame keeps the stretches; `audio` is not reported. */
type TimeKind = keyof FrameTimes | 'audio';

/**
 * When this frame was in use, by the clock: however many media play together, a moment counts once. Stretches are given on the
 * clock of `performance`, and reported in milliseconds since 1970, so that the background can unite those of several frames.
 */
export class FrameTime {
	/** Ahead after a sleep or a correction of the wall clock; never back, so that no stretch covers an earlier one. */
	#offsetMs = Number.NEGATIVE_INFINITY;
	#spans: Readonly<Record<TimeKind, Spans>> = newSpans();

	/** Adds a stretch. Returns how much of it, in milliseconds, was not covered by others of its kind. */
	add(kind: TimeKind, startMs: number, ms: number): number {
		this.#offsetMs = Math.max(this.#offsetMs, Date.now() - performance.now());
		const start = startMs + this.#offsetMs;
		return Math.min(ms, this.#spans[kind].add(start, start + ms));
	}

	/** Milliseconds of a kind so far. */
	total(kind: TimeKind): number {
		return Math.round(this.#spans[kind].total());
	}

	/** The newest stretches of each kind that is reported. */
	read(): FrameTimes {
		const read = (kind: TimeKind) =>
			this.#spans[kind]
				.last(MAX_REPORTED)
				.map(([start, end]): [number, number] => [Math.round(start), Math.round(end)]);
		return { active: read('active'), hidden: read('hidden'), video: read('video') };
	}

	/** Starts at 0 for another visit. */
	reset(): void {
		this.#spans = newSpans();
	}
}

function newSpans(): Record<TimeKind, Spans> {
	const [active, hidden, video, audio] = Array.from({ length: 4 }, () => new Spans(MAX_GAP_MS)) as [
		Spans,
		Spans,
		Spans,
		Spans,
	];
	return { active, hidden, video, audio };
}
