import { PROJECT_SITE } from '@/utils/core/project';
import {
	BACKUP_FORMAT,
	BACKUP_VERSION,
	type BackupHead,
	contextKey,
	type DayRecord,
	MAX_RECORDS,
	parseBackupHead,
} from '@/utils/core/schema/backup-file';
import type { MediaTotals } from '@/utils/core/schema/media-fields';
import { isShallow, parseJson } from '@/utils/core/schema/values';
import type { Course, DayTotal } from '@/utils/core/schema/visit';
import { isFuture } from '@/utils/core/units/day';
import { completeMedia } from '@/utils/core/visit/media';

/** Address of the file's JSON Schema, which `public/` holds. */
export const BACKUP_SCHEMA = `${PROJECT_SITE}schemas/sobrio-backup-${BACKUP_VERSION}.schema.json`;

/** Why a file is not restored; `line` of a damaged one counts from 1. */
export type BackupError =
	| { readonly code: 'not-a-backup' | 'newer' | 'too-big' | 'cancelled' | 'store' }
	| { readonly code: 'damaged'; readonly line: number };

/** Ends the file; a file without it was cut off. */
const END = ']}';

/** The start of the file, with its line end. The file is one JSON value with a day per line, so that it can be read piece by piece. */
export function backupStart({ settings, courses }: BackupHead): string {
	const head = JSON.stringify({ format: BACKUP_FORMAT, version: BACKUP_VERSION, settings, courses });
	return `${head.slice(0, -1)},"days":[\n`;
}

/** Some days, one per line; `isFirst` where no day precedes them. */
export function backupDays(days: readonly DayRecord[], isFirst: boolean): string {
	return days
		.map(writtenDay)
		.map((day, index) => (isFirst && index === 0 ? '' : ',\n') + JSON.stringify(day))
		.join('');
}

/** The end of the file. */
export function backupEnd(): string {
	return `\n${END}\n`;
}

const START = /^\{"format":"sobrio-backup","version":(\d{1,9}),/;

/** The head in the first line of a file, its members unchecked; a code where it is not one of ours. */
export function parseStart(line: string): BackupHead | 'not-a-backup' | 'newer' | 'damaged' {
	const version = START.exec(line)?.[1];
	if (version === undefined) return 'not-a-backup';
	if (Number(version) > BACKUP_VERSION) return 'newer';
	return parseBackupHead(parseJson(line + END)) ?? 'damaged';
}

/** The unchecked value of a day's line; null for what is no JSON, and for what no message could carry. */
export function parseDayLine(line: string): unknown {
	const value = parseJson(line.replace(/,$/, ''));
	return isShallow(value) ? (value ?? null) : null;
}

/** A day in the current shape: version 1 had fewer media fields, version 2 no waste, version 3 no bounds (`boundsOf`), version 4 no assistants. Other values are returned as they are. */
export function completeDay(day: unknown): unknown {
	const { totals, visits } = (day ?? {}) as Partial<DayRecord>;
	if (!Array.isArray(totals) || !Array.isArray(visits)) return day;
	return { ...(day as DayRecord), totals: totals.map(completeRecord), visits: visits.map(completeRecord) };
}

function completeRecord(record: unknown): unknown {
	const media = (record as { media?: Partial<MediaTotals> } | null)?.media;
	const isOld = typeof media === 'object' && media !== null && !('detailedMs' in media);
	return isOld ? { ...(record as DayTotal), media: completeMedia(media) } : record;
}

/**
 * A history up to a day: without days after tomorrow, which only a wrong clock or a forged file has, and with no course visited after
 * today: its name would hide every later one.
 */
export function historyUpTo(
	today: string,
	{ days, courses }: { readonly days: readonly DayRecord[]; readonly courses: readonly Course[] },
): { readonly days: readonly DayRecord[]; readonly courses: readonly Course[] } {
	return {
		days: days.filter(({ day }) => !isFuture(day, today)),
		courses: courses.map((course) => (course.lastDay > today ? { ...course, lastDay: today } : course)),
	};
}

/** A day as a file may hold it: of more records than one day may have, those beyond are left out. */
function writtenDay(record: DayRecord): DayRecord {
	const { day, totals, visits } = record;
	if (totals.length <= MAX_RECORDS && visits.length <= MAX_RECORDS) return record;
	const written = totals.slice(0, MAX_RECORDS);
	const keys = new Set(written.map(contextKey));
	return { day, totals: written, visits: visits.filter((visit) => keys.has(contextKey(visit))).slice(0, MAX_RECORDS) };
}

/** Whether a line is the end of the file. */
export function isEnd(line: string): boolean {
	return line === END;
}
