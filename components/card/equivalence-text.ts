import { i18n } from '#i18n';
import { textKey } from '@/components/layout/text-key';
import { EQUIVALENCES_READ_ON, type Equivalence } from '@/utils/core/carbon/equivalence';
import type { Format } from '@/utils/core/units/format';
import { type Range, scaleRange } from '@/utils/core/units/range';

const METRES_PER_KM = 1000;

/** Grams with what they are comparable to, and the date of ADEME's figures for it: "1,1 à 1,5 kg CO₂e, soit ...". */
export function gramsText(grams: Range, equivalences: readonly Equivalence[], format: Format): string {
	const written = format.grams(grams);
	if (equivalences.length === 0) return written;
	const list = new Intl.ListFormat(i18n.t('language'), { type: 'disjunction' });
	const known = list.format(equivalences.map((equivalence) => equivalenceText(equivalence, format)));
	return i18n.t('equivalence.grams', [written, known, equivalencesDate(format)]);
}

/** The month in which ADEME's figures were read: "novembre 2026". */
export function equivalencesDate(format: Format): string {
	return format.month(EQUIVALENCES_READ_ON);
}

/** Words for an equivalence, with its amount and unit: "1,3 à 1,8 km en voiture". */
export function equivalenceText({ id, unit, amount }: Equivalence, format: Format): string {
	return i18n.t(`equivalence.${textKey(id)}`, [amountText({ unit, amount }, format)]);
}

function amountText({ unit, amount }: Pick<Equivalence, 'unit' | 'amount'>, format: Format): string {
	if (unit !== 'km') return format.span(amount);
	if (amount.central >= 1) return i18n.t('equivalence.km', [format.span(amount)]);
	return i18n.t('equivalence.metres', [format.span(scaleRange(amount, METRES_PER_KM))]);
}
