import { i18n } from '#i18n';
import type { Format } from '@/utils/core/units/format';
import type { TrafficSum } from '@/utils/core/visit/traffic';

type Quality = Pick<TrafficSum, 'measuredShare' | 'unknownCount' | 'lowBytes' | 'highBytes'>;

/**
 * How reliable a figure is, in short texts: the measured share, between which bytes the truth is where they are written otherwise than
 * the figure, and what is unknown. Empty if nothing was received.
 */
export function qualityTexts({ measuredShare, unknownCount, lowBytes, highBytes }: Quality, format: Format): string[] {
	const unknown = i18n.t('page.unknown', unknownCount, [format.count(unknownCount)]);
	if (measuredShare === null) return unknownCount > 0 ? [unknown] : [];
	const share = format.share(measuredShare);
	const range = rangeText(lowBytes, highBytes, format);
	if (unknownCount === 0) return [i18n.t('page.measured', [share]), ...range];
	// "100 % measured" beside an unknown size would contradict itself.
	return measuredShare === 1
		? [i18n.t('page.measured_but', unknownCount, [format.count(unknownCount)])]
		: [i18n.t('page.measured', [share]), ...range, unknown];
}

function rangeText(lowBytes: number, highBytes: number | null, format: Format): string[] {
	const low = format.bytes(lowBytes);
	if (highBytes === null) return [i18n.t('page.at_least', [low])];
	const high = format.bytes(highBytes);
	return low === high ? [] : [i18n.t('page.between', [low, high])];
}
