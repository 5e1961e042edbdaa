import { week48 } from '@/tests/core/export/week';
import { SOFTWARE } from '@/utils/core/export/csv';
import { weekCsv } from '@/utils/core/export/week-csv';
import { weekJson } from '@/utils/core/export/week-json';
import { readSharedParts } from '@/utils/core/group/read-shared';
import type { SharedFile, SharedWeek } from '@/utils/core/group/shared-week';
import type { DayTotal } from '@/utils/core/schema/visit';

/** Week 48 as JSON to share, from the learner with this code, exported on a day. */
export function sharedJson(source: string, days: readonly DayTotal[], exportedOn = '2026-11-30'): string {
	const week = week48(days, 'shareable');
	return weekJson({ ...week, codes: { ...week.codes, source } }, { version: '0.1.0', day: exportedOn });
}

/** The same as CSV. */
export function sharedCsv(
	source: string,
	days: readonly DayTotal[],
	dialect = SOFTWARE,
	exportedOn = '2026-11-30',
): string {
	const week = week48(days, 'shareable');
	return weekCsv({ ...week, codes: { ...week.codes, source } }, dialect, exportedOn);
}

/** What is in a file that holds one export; of several that were joined, the first that is refused, else the first. */
export function readShared(text: string, today?: string): SharedFile {
	const parts = readSharedParts(text, today);
	return parts.find(({ ok }) => !ok) ?? (parts[0] as SharedFile);
}

/** The only week in a file; throws when it cannot be read. */
export function theWeek(text: string): SharedWeek {
	const shared = readShared(text);
	if (!shared.ok || !shared.weeks[0]) throw new Error(`not read: ${JSON.stringify(shared)}`);
	return shared.weeks[0];
}
