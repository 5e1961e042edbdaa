import { i18n } from '#i18n';
import { qualityTexts } from '@/components/card/quality-texts';
import type { PeriodSummary } from '@/utils/core/stats/week';
import type { Format } from '@/utils/core/units/format';
import type { Range } from '@/utils/core/units/range';
import { energyFormat } from '@/utils/core/units/range-format';
import { sumTraffic } from '@/utils/core/visit/traffic';
import type { FigureCardProps } from './FigureCards';

/** What the cards show beside the period's own figures. */
export interface CardContext {
	/** How it compares with the period before, in words; null if there is none. */
	readonly comparison: string | null;
	/** True when fewer bytes were received than in the period before. */
	readonly isLighter: boolean;
	/** Watt-hours of electricity. */
	readonly energyWh: Range;
}

/** The four figures of a period: data, time, videos, CO2e. */
export function figureCards(summary: PeriodSummary, context: CardContext, format: Format): FigureCardProps[] {
	const { traffic, activeMs, media, visitCount, estimate } = summary.total;
	const received = sumTraffic(traffic);
	const { comparison, isLighter } = context;
	const energy = energyFormat(format.locale);
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
			label: i18n.t('cards.videos'),
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
