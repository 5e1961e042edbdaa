import type { SharedWeek } from './shared-week';

/** The shared weeks that are open, once per learner and week. */
export class Collection {
	readonly #weeks = new Map<string, Map<string, SharedWeek>>();
	#rowCount = 0;

	/** Rows of all weeks: what the memory holds. */
	get rowCount(): number {
		return this.#rowCount;
	}

	/** Weeks of all learners together. */
	get size(): number {
		return this.weeks().reduce((sum, [, learnerCount]) => sum + learnerCount, 0);
	}

	/**
	 * Adds a learner's week. Of two exports of it, the later one counts, else the one with more visits, else the JSON. True where there was
	 * none before.
	 */
	add(added: SharedWeek): boolean {
		const ofWeek = this.#weeks.get(added.week) ?? new Map<string, SharedWeek>();
		this.#weeks.set(added.week, ofWeek);
		const before = ofWeek.get(added.source);
		if (before && !isLater(added, before)) return false;
		ofWeek.set(added.source, added);
		this.#rowCount += added.rows.length - (before?.rows.length ?? 0);
		return !before;
	}

	/** The weeks found, each with its number of learners, the latest first. */
	weeks(): readonly (readonly [week: string, learnerCount: number])[] {
		const found = [...this.#weeks].map(([week, ofWeek]) => [week, ofWeek.size] as const);
		return found.sort(([a], [b]) => (a > b ? -1 : 1));
	}

	/** What all learners shared of a week. */
	of(week: string): readonly SharedWeek[] {
		return [...(this.#weeks.get(week)?.values() ?? [])];
	}
}

function isLater(week: SharedWeek, before: SharedWeek): boolean {
	if (week.exportedOn !== null && before.exportedOn !== null && week.exportedOn !== before.exportedOn)
		return week.exportedOn > before.exportedOn;
	const more = visitsOf(week) - visitsOf(before);
	return more > 0 || (more === 0 && week.exportedOn !== null && before.exportedOn === null);
}

function visitsOf({ rows }: SharedWeek): number {
	return rows.reduce((sum, { figures }) => sum + (figures.visits ?? 0), 0);
}
