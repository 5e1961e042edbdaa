import { i18n } from '#i18n';
import { familyName, millilitres, publishedText, wattHours, weightsText } from '@/components/card/assistant-text';
import { pageFormat } from '@/components/layout/page-format';
import { type Column, numberColumn } from '@/entrypoints/dashboard/table/columns';
import { TableCard } from '@/entrypoints/dashboard/table/TableCard';
import { PUBLISHED_ANSWERS } from '@/utils/core/assistants/published';
import {
	COMPARED_TOKENS,
	comparedWh,
	type FamilySummary,
	promptsByWeights,
	summariseAssistants,
	totalWh,
} from '@/utils/core/assistants/summary';
import type { DaySummary, PeriodSummary } from '@/utils/core/stats/week';
import type { Format } from '@/utils/core/units/format';
import type { Range } from '@/utils/core/units/range';
import { breakable, NBSP, wordingFor } from '@/utils/core/units/wording';

export interface AssistantTableProps {
	readonly summary: Pick<PeriodSummary, 'total' | 'days'>;
	/** ISO 3166-1 alpha-2, for models that do not run at their provider. */
	readonly country: string;
}

/** AI assistants beside the courses of the same days, by family of models; nothing where none was asked. */
export function AssistantTable({ summary: { total, days }, country }: AssistantTableProps) {
	const format = pageFormat();
	const families = summariseAssistants(total.assistants ?? {}, country);
	if (families.length === 0) return null;
	const { published, withheld, unsure } = promptsByWeights(families);
	const [first, second, third] = [published, withheld, unsure].map((count) => format.count(count));
	return (
		<TableCard
			id="assistants-title"
			title={i18n.t('assistants.table')}
			columns={columnsFor(format, country)}
			rows={families}
			idOf={({ family }) => family}
			wordsOf={({ family }) => familyName(family)}
		>
			<ul class="soft" aria-label={i18n.t('assistants.by_day')}>
				{days.flatMap((day) => (day.assistants ? [<li key={day.day}>{dayText(day, country, format)}</li>] : []))}
			</ul>
			<p class="soft">{i18n.t('assistants.by_weights', [first ?? '', second ?? '', third ?? ''])}</p>
			{PUBLISHED_ANSWERS.filter((each) => families.some(({ family }) => family === each.family)).map((each) => (
				<p class="soft" key={each.id}>
					{i18n.t('assistants.published', [publishedText(each)])}
				</p>
			))}
		</TableCard>
	);
}

/** Grams, also below one; the column's title names CO2e. */
function grams(range: Range): string {
	return `${pageFormat().span(range)}${NBSP}g`;
}

/** "lundi 23 novembre : 4 questions, 0,9 à 3,1 Wh". */
function dayText({ day, assistants = {} }: DaySummary, country: string, format: Format): string {
	const families = summariseAssistants(assistants, country);
	const promptCount = families.reduce((sum, each) => sum + each.promptCount, 0);
	const wh = totalWh(families);
	const prompts = i18n.t('assistants.prompts', promptCount, [format.count(promptCount)]);
	return i18n.t('assistants.day', [format.date(day), wh ? `${prompts}, ${wattHours(wh)}` : prompts]);
}

function columnsFor(format: Format, country: string): readonly Column<FamilySummary>[] {
	const words = wordingFor(format.locale);
	/** Unknown figures are a dash, and come last. */
	const range = (
		label: string,
		rangeOf: (row: FamilySummary) => Range | null | undefined,
		write: (range: Range) => string,
	): Column<FamilySummary> => ({
		label,
		keyOf: (row) => rangeOf(row)?.central ?? -1,
		render: (row) => {
			const found = rangeOf(row);
			return found ? breakable(write(found), words) : '–';
		},
	});
	const count = (label: string, countOf: (row: FamilySummary) => number) =>
		numberColumn<FamilySummary>(label, countOf, format.count);
	return [
		{
			label: i18n.t('assistants.family'),
			keyOf: ({ family }) => familyName(family),
			render: (row) => (
				<>
					{familyName(row.family)}
					{row.weights !== null && <small class="soft">{weightsText(row)}</small>}
				</>
			),
		},
		count(i18n.t('assistants.prompt_column'), ({ promptCount }) => promptCount),
		count(i18n.t('assistants.unread_column'), ({ unreadCount }) => unreadCount),
		range(i18n.t('assistants.token_column'), ({ tokens }) => tokens, format.span),
		range(i18n.t('assistants.energy_column'), ({ cost }) => cost?.wh, wattHours),
		range(i18n.t('assistants.carbon_column'), ({ cost }) => cost?.co2eGrams, grams),
		range(i18n.t('assistants.water_column'), ({ cost }) => cost?.waterMl, millilitres),
		range(
			i18n.t('assistants.compared_column', [format.count(COMPARED_TOKENS)]),
			({ family }) => comparedWh(family, country),
			wattHours,
		),
	];
}
