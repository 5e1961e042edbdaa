type Span = readonly [start: number, end: number];

/** A set of numbers made of intervals, which may overlap as they come: all of a video that was ever buffered. */
export class Spans {
	/** Apart from each other, the one that was joined last at the end. */
	#spans: Span[] = [];
	#total = 0;

	/** Joins an interval to the set. Nearly all of them lie in the last one, or carry it on. */
	add(start: number, end: number): void {
		const last = this.#spans.at(-1);
		if (last && start >= last[0] && end <= last[1]) return;
		const apart = this.#spans.filter(([from, to]) => to < start || from > end);
		const joined = this.#spans.filter(([from, to]) => to >= start && from <= end);
		const span: Span = [Math.min(start, ...joined.map(([from]) => from)), Math.max(end, ...joined.map(([, to]) => to))];
		this.#spans = [...apart, span];
		this.#total = this.#spans.reduce((sum, [from, to]) => sum + to - from, 0);
	}

	/** How many intervals there are, apart from each other. */
	get count(): number {
		return this.#spans.length;
	}

	/** Length of the whole set. */
	total(): number {
		return this.#total;
	}
}
