import { i18n } from '#i18n';
import { SAME_SHARE } from '@/components/card/change-text';
import { pageFormat } from '@/components/layout/page-format';
import type { DashboardContext, View } from '@/entrypoints/dashboard/context/context';
import { AssistantTable } from '@/entrypoints/dashboard/period/AssistantTable';
import { CourseTable } from '@/entrypoints/dashboard/period/CourseTable';
import { PeriodBody } from '@/entrypoints/dashboard/period/PeriodBody';
import { PeriodFigures } from '@/entrypoints/dashboard/period/PeriodFigures';
import { PeriodHeading } from '@/entrypoints/dashboard/period/PeriodHeading';
import { weekNumber } from '@/entrypoints/dashboard/period/WeekHeading';
import type { PeriodChange } from '@/utils/core/stats/compare';
import type { PeriodSummary } from '@/utils/core/stats/week';
import { monthNameFormat } from '@/utils/core/units/day-format';
import type { Format } from '@/utils/core/units/format';
import { monthBefore } from '@/utils/core/units/month';
import { createMonthModel, type MonthModel } from './month-model';

interface MonthViewProps {
	readonly context: DashboardContext;
	readonly month: MonthModel;
}

/** The view of a month. */
export function openMonth(context: DashboardContext): View {
	const month = createMonthModel(context);
	return { render: () => <MonthView context={context} month={month} />, load: month.load };
}

function MonthView({ context, month }: MonthViewProps) {
	const { summary, error, load } = month;
	const empty = { title: i18n.t('month.empty_title'), body: i18n.t('month.empty_body') };
	return (
		<>
			<MonthHeading context={context} summary={summary.value} />
			<PeriodBody error={error.value} summary={summary.value} empty={empty} onRetry={load}>
				{(read) => <MonthFigures context={context} month={month} summary={read} />}
			</PeriodBody>
		</>
	);
}

/** The month's name, with links to the months beside it and to its weeks. */
function MonthHeading({
	context,
	summary,
}: Pick<MonthViewProps, 'context'> & { readonly summary: PeriodSummary | null }) {
	const format = pageFormat();
	const name = format.month(`${context.month.value}-01`);
	return (
		<>
			<PeriodHeading
				title={name.charAt(0).toLocaleUpperCase(format.locale) + name.slice(1)}
				name={null}
				summary={summary}
				previous={{ label: i18n.t('month.previous'), href: context.previousMonthHref.value }}
				next={{ label: i18n.t('month.next'), href: context.nextMonthHref.value }}
			/>
			<ul class="weeks" aria-label={i18n.t('month.weeks')}>
				{context.weeksOfMonth.value.map(({ week, href }) => (
					<li key={week}>
						<a href={href}>{i18n.t('heading.week', [weekNumber(week)])}</a>
					</li>
				))}
			</ul>
		</>
	);
}

function MonthFigures({ context, month, summary }: MonthViewProps & { readonly summary: PeriodSummary }) {
	const change = month.change.value;
	return (
		<>
			<PeriodFigures
				context={context}
				summary={summary}
				comparison={change && monthChangeText(change, context.month.value, pageFormat())}
				isLighter={change !== null && change.ratio < 1}
				labels="date"
			/>
			<CourseTable courses={summary.courses} />
			<AssistantTable summary={summary} country={context.profile.value.profile.country} />
		</>
	);
}

/** Words for a month's received bytes against the month before: "23 % de moins qu’en octobre". */
function monthChangeText({ ratio, isSoFar }: PeriodChange, month: string, format: Format): string {
	const before = monthNameFormat(format.locale)(`${monthBefore(month)}-01`);
	const share = format.share(Math.abs(ratio - 1));
	const isSame = Math.abs(ratio - 1) < SAME_SHARE;
	const text = isSame
		? i18n.t('month.same', [before])
		: i18n.t(ratio < 1 ? 'month.lower' : 'month.higher', [share, before]);
	return isSoFar ? i18n.t('month.so_far', [text]) : text;
}
