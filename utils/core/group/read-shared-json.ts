import { jsonName } from '@/utils/core/export/columns';
import { WEEK_FORMAT, WEEK_VERSION } from '@/utils/core/export/week-json';
import { BACKUP_FORMAT } from '@/utils/core/schema/backup-file';
import { KINDS } from '@/utils/core/schema/names';
import type { Traffic } from '@/utils/core/schema/traffic';
import { daysOfWeek, isDay, isWeek } from '@/utils/core/units/day';
import { NO_TRAFFIC } from '@/utils/core/visit/traffic';
import { areApart, isSource, type SharedFile, type SharedRow, sharedRow } from './shared-week';

type Fields = Readonly<Record<string, unknown>>;

const DAMAGED: SharedFile = { ok: false, error: 'damaged' };

function fieldsOf(value: unknown): Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** The week of a JSON that was made to be shared; null for what is no JSON of ours. */
export function readSharedJson(text: string): SharedFile | null {
	const file = parse(text);
	if (file === undefined)
		return new RegExp(`^\\s*\\{[^]{0,300}"format":\\s*"${WEEK_FORMAT}"`).test(text) ? DAMAGED : null;
	if (Array.isArray(file)) return 'verb' in fieldsOf(file[0]) ? { ok: false, error: 'xapi' } : null;
	const fields = fieldsOf(file);
	if (fields.format === BACKUP_FORMAT) return { ok: false, error: 'personal' };
	if (fields.format !== WEEK_FORMAT) return null;
	const { version, week, scope, source, exported_on: exportedOn, rows: report } = fields;
	if (typeof version === 'number' && version > WEEK_VERSION) return { ok: false, error: 'newer' };
	if (scope === 'personal') return { ok: false, error: 'personal' };
	if (version !== WEEK_VERSION || scope !== 'shareable' || !isSource(source)) return DAMAGED;
	if (typeof week !== 'string' || !isWeek(week) || typeof exportedOn !== 'string' || !isDay(exportedOn)) return DAMAGED;
	if (!Array.isArray(report)) return DAMAGED;
	if (report.length === 0) return { ok: false, error: 'empty' };
	const days = daysOfWeek(week);
	const rows = report.map(rowOf).filter((row) => row !== null && days.includes(row.day)) as SharedRow[];
	if (rows.length < report.length || !areApart(rows) || !addsUp(rows, fieldsOf(fields.total))) return DAMAGED;
	return { ok: true, weeks: [{ source, week, exportedOn, rows }] };
}

/** Undefined for what is no JSON: cut off, or nested beyond all measure. */
function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function rowOf(report: unknown): SharedRow | null {
	const { day, course_code: courseCode, activity, received_by_kind: kinds, ...figures } = fieldsOf(report);
	const traffic = trafficOf(fieldsOf(kinds));
	return traffic && sharedRow({ day, courseCode, activity }, (column) => figures[jsonName(column)], traffic);
}

function trafficOf(kinds: Fields): Traffic | null {
	const received: Record<string, Traffic['received'][keyof Traffic['received']]> = {};
	for (const kind of KINDS.filter((each) => Object.hasOwn(kinds, each))) {
		const { measured_bytes: measuredBytes, estimated_bytes: estimatedBytes } = fieldsOf(kinds[kind]);
		if (!isAmount(measuredBytes) || !isAmount(estimatedBytes)) return null;
		// Requests are counted in the row's own figures.
		received[kind] = { measuredBytes, estimatedBytes, unknownCount: 0, requestCount: 0 };
	}
	return { ...NO_TRAFFIC, received };
}

function isAmount(value: unknown): value is number {
	return typeof value === 'number' && value >= 0 && Number.isFinite(value);
}

/** The file's own total, against which its rows are held: a line that was taken out or changed shows. */
function addsUp(rows: readonly SharedRow[], total: Fields): boolean {
	const sumOf = (name: string) => rows.reduce((sum, { figures }) => sum + (figures[name] ?? 0), 0);
	return sumOf('visits') === total.visits && Math.abs(sumOf('received') - Number(total.received_bytes)) < 1;
}
