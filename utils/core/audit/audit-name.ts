import type { Audit } from '@/utils/core/schema/audit/audit';
import { printable } from '@/utils/core/schema/label';
import { MAX_AUDIT_NAME_LENGTH } from '@/utils/core/schema/names';
import { dayOf } from '@/utils/core/units/day';

/** A text as the name of an audit: printable, and not longer than one may be. */
export function auditName(text: string): string {
	return cut(printable(text), MAX_AUDIT_NAME_LENGTH);
}

/**
 * What tells the files of an audit from those of others: its local day and time, `2026-11-26-143005`. Audits run one at a time, so no two
 * of a machine begin in one second.
 */
export function auditMark({ startedAtMs }: Pick<Audit, 'startedAtMs'>): string {
	const date = new Date(startedAtMs);
	const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0'));
	return `${dayOf(date)}-${time.join('')}`;
}

/** A name that no other audit has: the wanted one, else with the lowest free number from 2 on behind it. */
export function freeName(wanted: string, taken: readonly string[]): string {
	const name = auditName(wanted);
	for (let number = 2, free = name; ; number++) {
		if (!taken.includes(free)) return free;
		const end = ` (${number})`;
		free = `${cut(name, MAX_AUDIT_NAME_LENGTH - end.length)}${end}`;
	}
}

/** The first UTF-16 units of a text, none of them half of a character. */
function cut(text: string, maxLength: number): string {
	return text.length <= maxLength
		? text
		: text
				.slice(0, maxLength)
				.replace(/[\uD800-\uDBFF]$/, '')
				.trimEnd();
}
