import { i18n } from '#i18n';
import type { Format } from '@/utils/core/units/format';
import type { TrafficSum } from '@/utils/core/visit/traffic';

/** How reliable a figure is, in one or two short texts: the measured share, then what is unknown. Empty if nothing was received. */
export function qualityTexts(
	{ measuredShare, unknownCount }: Pick<TrafficSum, 'measuredShare' | 'unknownCount'>,
	format: Format,
): string[] {
	const unknown = i18n.t('page.unknown', unknownCount, [format.count(unknownCount)]);
	if (measuredShare === null) return unknownCount > 0 ? [unknown] : [];
	const share = format.share(measuredShare);
	if (unknownCount === 0) return [i18n.t('page.measured', [share])];
	// "100 % measured" beside an unknown size would contradict itself.
	return measuredShare === 1
		? [i18n.t('page.measured_but', unknownCount, [format.count(unknownCount)])]
		: [i18n.t('page.measured', [share]), unknown];
}
