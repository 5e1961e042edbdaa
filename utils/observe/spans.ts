/** A set of numbers made of intervals, which may overlap as they come: all of a film that was ever buffered. */
export class Spans {
	#spans: (readonly [start: number, end: number])[] = [];

	/** Joins an interval to the set. */
	add(start: number, end: number): void {
		const apart = this.#spans.filter(([from, to]) => to < start || from > end);
		const joined = this.#spans.filter(([from, to]) => to >= start && from <= end);
		const first = Math.min(start, ...joined.map(([from]) => from));
		const last = Math.max(end, ...joined.map(([, to]) => to));
		this.#spans = [...apart, [first, last]];
	}

	/** Length of the whole set. */
	total(): number {
		return this.#spans.reduce((sum, [start, end]) => sum + end - start, 0);
	}
}
