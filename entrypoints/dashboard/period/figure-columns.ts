import { i18n } from '#i18n';
import { type Column, numberColumn } from '@/entrypoints/dashboard/table/columns';
import type { Figures } from '@/utils/core/stats/figures';
import type { Format } from '@/utils/core/units/format';
import { sumTraffic } from '@/utils/core/visit/traffic';

/** The figures of a row of visits. */
export function rowFigures({ visitCount, activeMs, media, traffic, estimate }: Figures) {
	const { receivedBytes } = sumTraffic(traffic);
	return { visitCount, activeMs, videoMs: media.videoMs, receivedBytes, co2eGrams: estimate.co2eGrams };
}

type RowFigures = ReturnType<typeof rowFigures>;

/** The last columns of every table of figures. */
export function figureColumns<Row>(format: Format, figuresOf: (row: Row) => RowFigures): readonly Column<Row>[] {
	return [
		numberColumn(i18n.t('courses.visits'), (row) => figuresOf(row).visitCount, format.count),
		numberColumn(i18n.t('cards.time'), (row) => figuresOf(row).activeMs, format.duration),
		numberColumn(i18n.t('cards.videos'), (row) => figuresOf(row).videoMs, format.duration),
		numberColumn(i18n.t('week.data'), (row) => figuresOf(row).receivedBytes, format.bytes),
		{
			label: 'CO₂e',
			keyOf: (row) => figuresOf(row).co2eGrams.central,
			render: (row) => format.mass(figuresOf(row).co2eGrams),
		},
	];
}
