import { i18n } from '#i18n';
import type { Equivalence, EquivalenceId } from '@/utils/carbon/equivalence';
import type { Format } from '@/utils/units/format';
import { scaleRange } from '@/utils/units/range';

const METRES_PER_KM = 1000;

const KEY_OF = {
	car: 'equivalence.car',
	tgv: 'equivalence.tgv',
	'vegetarian-meal': 'equivalence.vegetarian_meal',
	'beef-meal': 'equivalence.beef_meal',
	laptop: 'equivalence.laptop',
	smartphone: 'equivalence.smartphone',
	tea: 'equivalence.tea',
	metro: 'equivalence.metro',
	'e-bike': 'equivalence.e_bike',
	'electric-car': 'equivalence.electric_car',
	'tap-water': 'equivalence.tap_water',
} as const satisfies Record<EquivalenceId, string>;

/** Words for an equivalence, with its amount and unit: "1,3 à 1,8 km en voiture". */
export function equivalenceText({ id, unit, amount }: Equivalence, format: Format): string {
	return i18n.t(KEY_OF[id], [amountText({ unit, amount }, format)]);
}

function amountText({ unit, amount }: Pick<Equivalence, 'unit' | 'amount'>, format: Format): string {
	if (unit !== 'km') return format.span(amount);
	if (amount.central >= 1) return i18n.t('equivalence.km', [format.span(amount)]);
	return i18n.t('equivalence.metres', [format.span(scaleRange(amount, METRES_PER_KM))]);
}
