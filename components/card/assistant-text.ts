import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { Limits } from '@/utils/core/assistants/bounds';
import { FAMILY_FACTS } from '@/utils/core/assistants/families';
import type { PublishedAnswer } from '@/utils/core/assistants/published';
import type { FamilySummary } from '@/utils/core/assistants/summary';
import type { Family } from '@/utils/core/schema/assistant-names';
import { type Range, rangeOfBounds } from '@/utils/core/units/range';
import { CO2E, energyFormat } from '@/utils/core/units/range-format';
import { NBSP } from '@/utils/core/units/wording';

/** Name of a family: its publisher's, or of the group. */
export function familyName(family: Family): string {
	const { name } = FAMILY_FACTS[family];
	if (name !== null) return name;
	return i18n.t(family === 'open' ? 'assistants.open' : family === 'own' ? 'assistants.own' : 'assistants.unnamed');
}

/** Whether the weights of a family are published; null where that is unknown. */
export function weightsText({ weights }: Pick<FamilySummary, 'weights'>): string | null {
	return weights && i18n.t(`assistants.weights_${weights}`);
}

/** A family with whether its weights are published: "GPT, weights not published". */
export function familyText({ family, weights }: Pick<FamilySummary, 'family' | 'weights'>): string {
	const [name, published] = [familyName(family), weightsText({ weights })];
	return published === null ? name : `${name}, ${published}`;
}

export function wattHours(range: Range): string {
	return energyFormat(pageFormat().locale)(range);
}

/** Grams as a range, also below one: an answer has a fraction of it. */
export function smallGrams(range: Range): string {
	return `${pageFormat().span(range)}${NBSP}g${CO2E}`;
}

/** Limits as a range, "at least" where nothing limits what is unknown; null where nothing is known. */
export function limitsText({ low, high }: Limits, write: (range: Range) => string): string | null {
	if (low === null) return null;
	return high === null ? i18n.t('page.at_least', [write(rangeOfBounds(low, low))]) : write(rangeOfBounds(low, high));
}

export function millilitres(range: Range): string {
	return `${pageFormat().span(range)}${NBSP}mL`;
}

/** What a provider published of one answer. */
export function publishedText({ id, values }: PublishedAnswer): string {
	const number = new Intl.NumberFormat(pageFormat().locale);
	const [first = '', second = '', third = ''] = values.map((value) => number.format(value));
	return id === 'google'
		? i18n.t('method.answer_google', [first, second, third])
		: i18n.t(`method.answer_${id}`, [first, second]);
}
