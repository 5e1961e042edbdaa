import { i18n } from '#i18n';
import type { Column } from '@/entrypoints/dashboard/table/DataTable';
import type { Figures } from '@/utils/core/stats/figures';
import type { Format } from '@/utils/core/units/format';
import { sumTraffic } from '@/utils/core/visit/traffic';

/** The columns that every table of figures ends with. */
export function figureColumns(format: Format): readonly Column<Figures>[] {
	const receivedBytes = ({ traffic }: Figures) => sumTraffic(traffic).receivedBytes;
	return [
		{
			label: i18n.t('courses.visits'),
			keyOf: ({ visitCount }) => visitCount,
			draw: ({ visitCount }) => format.count(visitCount),
		},
		{
			label: i18n.t('cards.time'),
			keyOf: ({ activeMs }) => activeMs,
			draw: ({ activeMs }) => format.duration(activeMs),
		},
		{
			label: i18n.t('cards.videos'),
			keyOf: ({ media }) => media.videoMs,
			draw: ({ media }) => format.duration(media.videoMs),
		},
		{ label: i18n.t('week.data'), keyOf: receivedBytes, draw: (figures) => format.bytes(receivedBytes(figures)) },
		{
			label: 'CO₂e',
			keyOf: ({ estimate }) => estimate.co2eGrams.central,
			draw: ({ estimate }) => format.mass(estimate.co2eGrams),
		},
	];
}
