import type { Change, DayFigures, HistoryPreview } from '@/utils/core/schema/restoration';
import type { DayTotal } from '@/utils/core/schema/visit';
import { sumTraffic } from '@/utils/core/visit/traffic';

/** Entries that a list names; of the others only the number is given. */
const MAX_NAMED = 12;
const NO_FIGURES: DayFigures = { receivedBytes: 0, activeMs: 0 };

function plus({ receivedBytes, activeMs }: DayFigures, total: DayTotal | null): DayFigures {
	if (total === null) return { receivedBytes, activeMs };
	return {
		receivedBytes: receivedBytes + sumTraffic(total.traffic).receivedBytes,
		activeMs: activeMs + total.activeMs,
	};
}

interface ChangedDay {
	readonly day: string;
	/** False while none of its changed records was there before. */
	readonly isKnown: boolean;
	readonly before: DayFigures;
	readonly after: DayFigures;
}

/** The changed records of each day, added up, in the order of the days. */
function changedDays(changes: readonly Change[]): readonly ChangedDay[] {
	const days = new Map<string, ChangedDay>();
	for (const change of changes) {
		if (change.store !== 'days') continue;
		const day = (change.after ?? change.before)?.day ?? '';
		const { isKnown, before, after } = days.get(day) ?? { isKnown: false, before: NO_FIGURES, after: NO_FIGURES };
		days.set(day, {
			day,
			isKnown: isKnown || change.before !== null,
			before: plus(before, change.before),
			after: plus(after, change.after),
		});
	}
	return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** What changes of a restoration mean to a reader. */
export function previewHistory(
	changes: readonly Change[],
	{ unchangedCount, futureCount }: Pick<HistoryPreview, 'unchangedCount' | 'futureCount'>,
): HistoryPreview {
	const days = changedDays(changes);
	const added = days.filter(({ isKnown }) => !isKnown);
	const replaced = days.filter(({ isKnown }) => isKnown);
	const courses = changes.flatMap((change) => (change.store === 'courses' && change.after ? [change] : []));
	const isNew = ({ before }: { before: unknown }) => before === null;
	const renamed = courses.filter(({ before, after }) => before !== null && before.label !== after?.label);
	return {
		changedCount: changes.length,
		added:
			added.length === 0
				? null
				: {
						count: added.length,
						firstDay: added[0]?.day ?? '',
						lastDay: added.at(-1)?.day ?? '',
						receivedBytes: added.reduce((sum, { after }) => sum + after.receivedBytes, 0),
						activeMs: added.reduce((sum, { after }) => sum + after.activeMs, 0),
					},
		replacedCount: replaced.length,
		replaced: replaced.slice(0, MAX_NAMED).map(({ day, before, after }) => ({ day, before, after })),
		courseCount: courses.filter(isNew).length,
		courses: courses
			.filter(isNew)
			.slice(0, MAX_NAMED)
			.map(({ after }) => after?.label ?? ''),
		renamedCount: renamed.length,
		renamed: renamed
			.slice(0, MAX_NAMED)
			.map(({ before, after }) => ({ before: before?.label ?? '', after: after?.label ?? '' })),
		unchangedCount,
		futureCount,
	};
}
