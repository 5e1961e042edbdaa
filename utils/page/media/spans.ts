type Span = readonly [start: number, end: number];

/** A union of intervals that may overlap as they are added, such as everything of a video that was ever buffered. */
export class Spans {
	/** Disjoint; the one that was last extended is at the end. */
	#spans: Span[] = [];
	#total = 0;

	/** Adds an interval. Nearly all of them lie within the last span or extend it. */
	add(start: number, end: number): void {
		const last = this.#spans.at(-1);
		if (last && start >= last[0] && end <= last[1]) return;
		const apart = this.#spans.filter(([from, to]) => to < start || from > end);
		const joined = this.#spans.filter(([from, to]) => to >= start && from <= end);
		const span: Span = [Math.min(start, ...joined.map(([from]) => from)), Math.max(end, ...joined.map(([, to]) => to))];
		this.#spans = [...apart, span];
		this.#total = this.#spans.reduce((sum, [from, to]) => sum + to - from, 0);
	}

	/** Number of disjoint intervals. */
	get count(): number {
		return this.#spans.length;
	}

	total(): number {
		return this.#total;
	}
}
