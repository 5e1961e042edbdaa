import { type Range, scaleRange } from './range';
import { spanFormat } from './range-format';
import { NBSP, wordingFor } from './wording';

const KILOWATT_HOUR_WH = 1000;

/**
 * A writer of a range of watt-hours: `36 à 45 Wh`, from a thousand on in kWh; `Intl` knows neither unit. Apart from `Format`,
 * which the popup pays for too.
 */
export function energyFormat(locale: string): (wattHours: Range) => string {
	const span = spanFormat(locale, wordingFor(locale));
	return (wattHours) =>
		wattHours.high < KILOWATT_HOUR_WH
			? `${span(wattHours)}${NBSP}Wh`
			: `${span(scaleRange(wattHours, 1 / KILOWATT_HOUR_WH))}${NBSP}kWh`;
}
