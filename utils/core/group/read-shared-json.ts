import { COLUMNS, jsonName } from '@/utils/core/export/columns';
import { BACKUP_FORMAT } from '@/utils/core/schema/backup-file';
import { parseJson } from '@/utils/core/schema/values';
import { parseSharedFile, WEEK_FORMAT, WEEK_VERSION } from '@/utils/core/schema/week-file';
import { daysOfWeek, isFuture } from '@/utils/core/units/day';
import { areDistinct, parseSharedRow, type SharedFile, type SharedRow } from './shared-week';

type Fields = Readonly<Record<string, unknown>>;

const DAMAGED: SharedFile = { ok: false, error: 'damaged' };

function fieldsOf(value: unknown): Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** The week in a JSON that was made to be shared; null for other texts. `today` is the reader's local day. */
export function readSharedJson(text: string, today: string): SharedFile | null {
	const value = parseJson(text.replace(/^\uFEFF/, ''));
	if (value === undefined)
		return new RegExp(`^\\s*\\{[^]{0,300}"format":\\s*"${WEEK_FORMAT}"`).test(text) ? DAMAGED : null;
	if (Array.isArray(value)) return 'verb' in fieldsOf(value[0]) ? { ok: false, error: 'xapi' } : null;
	const { format, version, scope } = fieldsOf(value);
	if (format === BACKUP_FORMAT) return { ok: false, error: 'personal' };
	if (format !== WEEK_FORMAT) return null;
	if (typeof version === 'number' && version > WEEK_VERSION) return { ok: false, error: 'newer' };
	if (scope === 'personal') return { ok: false, error: 'personal' };
	const file = parseSharedFile(value);
	if (!file) return DAMAGED;
	if (isFuture(file.exported_on, today)) return { ok: false, error: 'future' };
	if (file.rows.length === 0) return { ok: false, error: 'empty' };
	const { source, week, exported_on: exportedOn, total } = file;
	const days = daysOfWeek(week);
	const rows = file.rows.map(parseRow).filter((row) => row !== null && days.includes(row.day)) as SharedRow[];
	if (rows.length < file.rows.length || !areDistinct(rows) || !addsUp(rows, total)) return DAMAGED;
	if (rows.some(({ day }) => isFuture(day, today))) return { ok: false, error: 'future' };
	return { ok: true, weeks: [{ source, week, exportedOn, rows }] };
}

function parseRow(value: unknown): SharedRow | null {
	const row = fieldsOf(value);
	const figures = Object.fromEntries(COLUMNS.map((column) => [column.name, row[jsonName(column)]]));
	return parseSharedRow({ ...row, courseCode: row.course_code, figures, traffic: fieldsOf(row.received_by_kind) });
}

/** Checks the rows against the file's own total: a removed or changed row shows. */
function addsUp(
	rows: readonly SharedRow[],
	total: { readonly visits: number; readonly received_bytes: number },
): boolean {
	const sumOf = (name: string) => rows.reduce((sum, { figures }) => sum + (figures[name] ?? 0), 0);
	return sumOf('visits') === total.visits && Math.abs(sumOf('received') - total.received_bytes) < 1;
}
