import { completeMedia, type MediaTotals } from '@/utils/core/visit/media';
import type { Course, DayTotal, Visit } from '@/utils/core/visit/visit';

/** First field of every backup. */
export const BACKUP_FORMAT = 'sobrio-backup';
/** Goes up by one with each change of the records' shape; a newer one is refused. */
export const BACKUP_VERSION = 3;
/** Where the JSON Schema of the file is described; `public/` holds it. */
export const BACKUP_SCHEMA = `https://sobrio.example/schemas/sobrio-backup-${BACKUP_VERSION}.schema.json`;

/** One day of the history: its totals, and those of its visits that are still kept one by one. */
export interface DayRecord {
	/** Local day, `YYYY-MM-DD`. */
	readonly day: string;
	readonly totals: readonly DayTotal[];
	/** Empty once they are older than 90 days. */
	readonly visits: readonly Visit[];
}

/** What stands before the days in a backup. */
export interface BackupHead {
	/** Settings as they lie in storage, by their key. */
	readonly settings: Readonly<Record<string, unknown>>;
	readonly courses: readonly Course[];
}

/** Why a file is not restored; `line` of a damaged one counts from 1. */
export type BackupError =
	| { readonly code: 'not-a-backup' | 'newer' | 'too-big' | 'cancelled' | 'store' }
	| { readonly code: 'damaged'; readonly line: number };

/** Ends the file: what lacks it was cut off. */
const END = ']}';

/** The start of the file, with its line end. The whole is one JSON value, a day to a line, so that it can be read piece by piece. */
export function backupStart({ settings, courses }: BackupHead): string {
	const head = JSON.stringify({ format: BACKUP_FORMAT, version: BACKUP_VERSION, settings, courses });
	return `${head.slice(0, -1)},"days":[\n`;
}

/** Some days, each on its line; `isFirst` where none came before them. */
export function backupDays(days: readonly DayRecord[], isFirst: boolean): string {
	return days.map((day, index) => (isFirst && index === 0 ? '' : ',\n') + JSON.stringify(day)).join('');
}

/** The end of the file. */
export function backupEnd(): string {
	return `\n${END}\n`;
}

const START = /^\{"format":"sobrio-backup","version":(\d{1,9}),/;

/** The head in the first line of a file, not looked at any closer; a code where it is none of ours. */
export function parseStart(line: string): BackupHead | 'not-a-backup' | 'newer' | 'damaged' {
	const version = START.exec(line)?.[1];
	if (version === undefined) return 'not-a-backup';
	if (Number(version) > BACKUP_VERSION) return 'newer';
	const head = parseJson(line + END) as Partial<BackupHead> | null;
	const isWhole = Array.isArray(head?.courses) && typeof head.settings === 'object' && head.settings !== null;
	return isWhole ? (head as BackupHead) : 'damaged';
}

/** The value of a day's line; null for what is no JSON. Who stores it looks closer. */
export function parseDayLine(line: string): unknown {
	return parseJson(line.replace(/,$/, ''));
}

/** A day as it is written now: version 1 knew less of media, and what version 2 did not know of waste is left out. What is no day stays as it is. */
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

/** Whether a line is the end of the file. */
export function isEnd(line: string): boolean {
	return line === END;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// Cut off, or nested beyond all measure: either way it is nothing that we wrote.
		return null;
	}
}
