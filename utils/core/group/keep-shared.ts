import type { SharedWeek } from './shared-week';

/**
 * Adds a week, once per learner: of two exports of it, the later one, else the one with more visits, else the JSON. `isNew` is false
 * where the same week of the same learner was there already.
 */
export function keepShared(weeks: readonly SharedWeek[], week: SharedWeek) {
	const before = weeks.find((each) => each.source === week.source && each.week === week.week);
	if (!before) return { weeks: [...weeks, week], isNew: true };
	const isBetter = isLater(week, before);
	return { weeks: isBetter ? weeks.map((each) => (each === before ? week : each)) : weeks, isNew: false };
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
