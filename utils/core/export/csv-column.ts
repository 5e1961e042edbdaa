import type { FigureUnit } from '@/utils/core/schema/week-file';
import type { Column } from './columns';
import type { Cell } from './csv';

/** Each unit in a CSV: suffix of the name, value of 1, and decimals enough for a single byte and a tenth of a second. */
const SHOWN: Readonly<
	Record<FigureUnit, { readonly suffix: string; readonly one: number; readonly decimals: number }>
> = {
	count: { suffix: '', one: 1, decimals: 0 },
	share: { suffix: '', one: 1, decimals: 4 },
	// MB is 1,000,000 bytes.
	byte: { suffix: '_MB', one: 1_000_000, decimals: 6 },
	ms: { suffix: '_min', one: 60_000, decimals: 3 },
	gram: { suffix: '', one: 1, decimals: 3 },
	token: { suffix: '', one: 1, decimals: 0 },
	// One answer of a small model costs thousandths.
	wattHour: { suffix: '', one: 1, decimals: 6 },
	smallGram: { suffix: '', one: 1, decimals: 6 },
	millilitre: { suffix: '', one: 1, decimals: 6 },
};

/** The columns before the figures in a shareable week. Earlier versions wrote no `exported_on`. */
export const SHARED_PLACES = ['source', 'exported_on', 'day', 'course_code', 'activity'] as const;

/** The header of a column, with its unit: `received_MB`. */
export function csvName({ name, unit }: Pick<Column<never>, 'name' | 'unit'>): string {
	return name + SHOWN[unit].suffix;
}

/** The cell of a figure in its column's unit; empty where it is unknown. */
export function csvCell(unit: FigureUnit, value: number | null): Cell {
	const { one, decimals } = SHOWN[unit];
	return value === null ? null : { value: value / one, decimals };
}

/** The figure of a cell, in its column's unit. */
export function figureOfCell(unit: FigureUnit, shown: number): number {
	return shown * SHOWN[unit].one;
}
