import type { Traffic } from '@/utils/core/schema/traffic';
import type { Range } from '@/utils/core/units/range';
import { addTraffic, NO_TRAFFIC } from '@/utils/core/visit/traffic';
import type { SharedRow, SharedWeek } from './shared-week';

/** The sum of some rows of shared exports. */
export interface GroupFigures {
	readonly visitCount: number;
	readonly receivedBytes: number;
	/** At least, and at most, so many bytes were received; null where nothing limits them, as in files of earlier versions. */
	readonly lowBytes: number;
	readonly highBytes: number | null;
	/** Measured bytes / received bytes, 0 to 1; null when nothing was received. */
	readonly measuredShare: number | null;
	/** Requests of unknown size. */
	readonly unknownCount: number;
	readonly activeMs: number;
	readonly videoMs: number;
	/** The sum of each file's own range, computed for its learner's equipment. */
	readonly co2eGrams: Range;
}

/** A part of the group's week: of one activity, one learner, or one course of one learner. */
export interface GroupPart extends GroupFigures {
	/** Activity, code of the learner, or that and the course's code with a space between. */
	readonly key: string;
	readonly learnerCount: number;
	readonly courseCount: number;
}

/** The week of all learners who shared it. */
export interface GroupWeek {
	readonly learnerCount: number;
	/** Courses as each learner's install names them: the same course of two learners counts twice. */
	readonly courseCount: number;
	readonly total: GroupFigures;
	/** Bytes by kind, from the files that contain them. */
	readonly traffic: Traffic;
	/** How many learners' files contain the kinds. */
	readonly kindLearnerCount: number;
	/** Each the heaviest first. */
	readonly activities: readonly GroupPart[];
	readonly learners: readonly GroupPart[];
	readonly courses: readonly GroupPart[];
}

type Row = SharedRow & { readonly source: string };

/** Adds up what learners shared of one week. Activities are common to all learners; codes of courses are not. */
export function groupWeek(weeks: readonly SharedWeek[]): GroupWeek {
	const rows = weeks.flatMap(({ source, rows }) => rows.map((row): Row => ({ ...row, source })));
	const parts = (keyOf: (row: Row) => string) =>
		[...Map.groupBy(rows, keyOf)]
			.map(([key, group]): GroupPart => ({ key, ...countsOf(group), ...sum(group) }))
			.sort((a, b) => b.receivedBytes - a.receivedBytes || (a.key < b.key ? -1 : 1));
	return {
		...countsOf(rows),
		total: sum(rows),
		traffic: rows.reduce((all, { traffic }) => (traffic ? addTraffic(all, traffic) : all), NO_TRAFFIC),
		kindLearnerCount: countsOf(rows.filter(({ traffic }) => traffic !== null)).learnerCount,
		activities: parts(({ activity }) => activity),
		learners: parts(({ source }) => source),
		courses: parts(courseOf),
	};
}

function courseOf({ source, courseCode }: Row): string {
	return `${source} ${courseCode}`;
}

function countsOf(rows: readonly Row[]): { readonly learnerCount: number; readonly courseCount: number } {
	const countOf = (keyOf: (row: Row) => string) => new Set(rows.map(keyOf)).size;
	return { learnerCount: countOf(({ source }) => source), courseCount: countOf(courseOf) };
}

function sum(rows: readonly Row[]): GroupFigures {
	const total = (figureOf: (figures: Row['figures']) => number | null | undefined) =>
		rows.reduce((all, { figures }) => all + (figureOf(figures) ?? 0), 0);
	const receivedBytes = total(({ received }) => received);
	const measuredBytes = total(({ received, measured_share }) => (received ?? 0) * (measured_share ?? 0));
	const isLimited = rows.every(({ figures }) => typeof figures.received_high === 'number');
	return {
		visitCount: total(({ visits }) => visits),
		receivedBytes,
		lowBytes: total(
			({ received, received_low, measured_share }) => received_low ?? (received ?? 0) * (measured_share ?? 0),
		),
		highBytes: isLimited ? total(({ received_high }) => received_high) : null,
		measuredShare: receivedBytes > 0 ? Math.min(1, measuredBytes / receivedBytes) : null,
		unknownCount: total(({ unknown_requests }) => unknown_requests),
		activeMs: total(({ active }) => active),
		videoMs: total(({ video }) => video),
		co2eGrams: {
			low: total(({ co2e_g_low }) => co2e_g_low),
			central: total(({ co2e_g_central }) => co2e_g_central),
			high: total(({ co2e_g_high }) => co2e_g_high),
		},
	};
}
