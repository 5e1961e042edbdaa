type Span = readonly [start: number, end: number];

/** A union of intervals that may overlap as they are added, such as everything of a video that was ever buffered. */
export class Spans {
	/** Disjoint; the one that was last extended is at the end. */
	#spans: Span[] = [];
	#total = 0;
	readonly #maxGap: number;

	/** Intervals that are at most `maxGap` apart become one, gap included. */
	constructor(maxGap = 0) {
		this.#maxGap = maxGap;
	}

	/** Adds an interval. Nearly all of them lie within the last span or extend it. Returns by how much the union has grown. */
	add(start: number, end: number): number {
		const last = this.#spans.at(-1);
		if (last && start >= last[0] && end <= last[1]) return 0;
		const before = this.#total;
		const isApart = ([from, to]: Span) => to + this.#maxGap < start || from - this.#maxGap > end;
		const joined = this.#spans.filter((span) => !isApart(span));
		const span: Span = [Math.min(start, ...joined.map(([from]) => from)), Math.max(end, ...joined.map(([, to]) => to))];
		this.#spans = [...this.#spans.filter(isApart), span];
		this.#total = this.#spans.reduce((sum, [from, to]) => sum + to - from, 0);
		return this.#total - before;
	}

	/** Number of disjoint intervals. */
	get count(): number {
		return this.#spans.length;
	}

	/** The intervals that were extended last, at most so many. */
	last(maxCount: number): readonly Span[] {
		return this.#spans.slice(-maxCount);
	}

	total(): number {
		return this.#total;
	}
}
