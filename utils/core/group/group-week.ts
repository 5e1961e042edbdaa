import type { Traffic } from '@/utils/core/schema/traffic';
import { addTraffic, NO_TRAFFIC } from '@/utils/core/visit/traffic';
import { FigureSum, type GroupFigures } from './figure-sum';
import type { SharedRow, SharedWeek } from './shared-week';

/** A part of the group's week: of one activity, one learner, or one course. */
export interface GroupPart extends GroupFigures {
	/** Activity, code of the learner, or code of the course. */
	readonly key: string;
	/** How many learners share the activity or the course; of a learner, how many courses. */
	readonly count: number;
}

/** The week of all learners who shared it. */
export interface GroupWeek {
	readonly learnerCount: number;
	/** Codes of courses: without a salt in common, the same course of two learners has two. */
	readonly courseCount: number;
	readonly total: GroupFigures;
	/** Bytes by kind, from the files that contain them. */
	readonly traffic: Traffic;
	/** How many learners' files contain the kinds. */
	readonly kindLearnerCount: number;
	/** Each the heaviest first; of learners and courses, no more than were wanted. */
	readonly activities: readonly GroupPart[];
	readonly learners: readonly GroupPart[];
	readonly courses: readonly GroupPart[];
}

/** A part while rows are added. */
interface OpenPart {
	readonly key: string;
	readonly sum: FigureSum;
	count: number;
}

/**
 * Adds up what learners shared of one week, in time in proportion to its rows. `weeks` has each learner once. `maxParts` limits the lists of
 * learners and of courses.
 */
export function groupWeek(weeks: readonly SharedWeek[], maxParts = Number.POSITIVE_INFINITY): GroupWeek {
	const total = new FigureSum();
	const [activities, courses] = [new Map<string, OpenPart>(), new Map<string, OpenPart>()];
	const learners: OpenPart[] = [];
	let traffic = NO_TRAFFIC;
	let kindLearnerCount = 0;
	for (const { source, rows } of weeks) {
		const learner = { key: source, sum: new FigureSum(), count: addTo(courses, rows, ({ courseCode }) => courseCode) };
		learners.push(learner);
		addTo(activities, rows, ({ activity }) => activity);
		for (const row of rows) {
			total.add(row);
			learner.sum.add(row);
			if (row.traffic) traffic = addTraffic(traffic, row.traffic);
		}
		if (rows.some((row) => row.traffic !== null)) kindLearnerCount += 1;
	}
	return {
		learnerCount: learners.length,
		courseCount: courses.size,
		total: total.figures(),
		traffic,
		kindLearnerCount,
		activities: heaviest(activities.values(), Number.POSITIVE_INFINITY),
		learners: heaviest(learners, maxParts),
		courses: heaviest(courses.values(), maxParts),
	};
}

/** Adds one learner's rows to their parts, counts the learner once in each, and returns in how many. */
function addTo(parts: Map<string, OpenPart>, rows: readonly SharedRow[], keyOf: (row: SharedRow) => string): number {
	const met = new Set<OpenPart>();
	for (const row of rows) {
		const key = keyOf(row);
		const part = parts.get(key) ?? { key, sum: new FigureSum(), count: 0 };
		parts.set(key, part);
		part.sum.add(row);
		met.add(part);
	}
	for (const part of met) part.count += 1;
	return met.size;
}

function heaviest(parts: Iterable<OpenPart>, maxParts: number): readonly GroupPart[] {
	return [...parts]
		.sort((a, b) => b.sum.receivedBytes - a.sum.receivedBytes || (a.key < b.key ? -1 : 1))
		.slice(0, maxParts)
		.map(({ key, sum, count }) => ({ key, count, ...sum.figures() }));
}
