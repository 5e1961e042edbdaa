import { i18n } from '#i18n';
import type { Equivalence } from '@/utils/carbon/equivalence';
import type { Format } from '@/utils/units/format';
import { scaleRange } from '@/utils/units/range';
import { textKey } from './text-key';

const METRES_PER_KM = 1000;

/** Words for an equivalence, with its amount and unit: "1,3 à 1,8 km en voiture". */
export function equivalenceText({ id, unit, amount }: Equivalence, format: Format): string {
	return i18n.t(`equivalence.${textKey(id)}`, [amountText({ unit, amount }, format)]);
}

function amountText({ unit, amount }: Pick<Equivalence, 'unit' | 'amount'>, format: Format): string {
	if (unit !== 'km') return format.span(amount);
	if (amount.central >= 1) return i18n.t('equivalence.km', [format.span(amount)]);
	return i18n.t('equivalence.metres', [format.span(scaleRange(amount, METRES_PER_KM))]);
}
