import type { SharedWeek } from './shared-week';

/**
 * Adds weeks, once per learner: of two exports of a week, the later one, else the one with more visits, else the JSON. `newCount` is how
 * many were not there already.
 */
export function keepShared(weeks: readonly SharedWeek[], added: readonly SharedWeek[]) {
	const byKey = new Map(weeks.map((each) => [keyOf(each), each]));
	for (const week of added) {
		const before = byKey.get(keyOf(week));
		if (!before || isLater(week, before)) byKey.set(keyOf(week), week);
	}
	return { weeks: [...byKey.values()], newCount: byKey.size - weeks.length };
}

function keyOf({ source, week }: SharedWeek): string {
	return `${source} ${week}`;
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
