import { i18n } from '#i18n';
import { sumTraffic } from '@/utils/measure/traffic';
import type { WeekSummary } from '@/utils/stats/week';
import { energyFormat } from '@/utils/units/energy-format';
import type { Format } from '@/utils/units/format';
import type { Range } from '@/utils/units/range';
import { changeText } from './change-text';
import type { FigureCardProps } from './FigureCard';
import { qualityTexts } from './quality-texts';

/** What the cards compare a week with. */
export interface WeekContext {
	/** Received bytes / those of the same days of the week before; null when there is nothing to compare with. */
	readonly change: number | null;
	/** Number of the week before, as a reader names it: "47". */
	readonly previousNumber: string;
	/** Watt-hours of electricity of the week. */
	readonly energyWh: Range;
}

/** The four figures of a week: data, time, films, CO2e. */
export function weekFigureCards(summary: WeekSummary, context: WeekContext, format: Format): FigureCardProps[] {
	const { traffic, activeMs, media, visitCount, estimate } = summary.total;
	const received = sumTraffic(traffic);
	const { change } = context;
	const comparison = change === null ? null : changeText(change, format, context.previousNumber);
	const energy = energyFormat(format.locale);
	const isLighter = change !== null && change < 1;
	return [
		{
			label: i18n.t('cards.data'),
			value: format.bytes(received.receivedBytes),
			notes: [...qualityTexts(received, format), ...(comparison !== null && !isLighter ? [comparison] : [])],
			goodNote: isLighter ? comparison : null,
		},
		{
			label: i18n.t('cards.time'),
			value: format.duration(activeMs),
			notes: [i18n.t('cards.visits', visitCount, [format.count(visitCount)])],
		},
		{
			label: i18n.t('cards.films'),
			value: format.duration(media.videoMs),
			notes: [
				media.hiddenMs > 0 && i18n.t('cards.hidden', [format.duration(media.hiddenMs)]),
				media.oversizedMs > 0 && i18n.t('cards.oversized', [format.duration(media.oversizedMs)]),
			].filter((note) => typeof note === 'string'),
		},
		{
			label: i18n.t('cards.co2'),
			value: format.mass(estimate.co2eGrams),
			notes: [i18n.t('cards.co2_unit'), i18n.t('cards.energy', [energy(context.energyWh)])],
		},
	];
}
