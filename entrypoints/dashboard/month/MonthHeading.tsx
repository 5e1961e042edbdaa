import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { DashboardContext } from '@/entrypoints/dashboard/context/context';
import { PeriodHeading } from '@/entrypoints/dashboard/period/PeriodHeading';
import { weekNumber } from '@/entrypoints/dashboard/period/WeekHeading';
import type { PeriodSummary } from '@/utils/core/stats/week';

interface MonthHeadingProps {
	readonly context: DashboardContext;
	/** Null while the month is being read. */
	readonly summary: PeriodSummary | null;
}

/** The month's name, with links to the months beside it and to its weeks. */
export function MonthHeading({ context, summary }: MonthHeadingProps) {
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
