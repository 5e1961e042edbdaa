import { i18n } from '#i18n';
import { useFormat } from '@/components/layout/language';
import { PeriodHeading } from '@/entrypoints/dashboard/period/PeriodHeading';
import { weekNumber } from '@/entrypoints/dashboard/period/WeekHeading';
import type { PeriodSummary } from '@/utils/core/stats/week';

export interface MonthHeadingProps {
	/** `2026-11`. */
	readonly month: string;
	/** Null while it is being read. */
	readonly summary: PeriodSummary | null;
	readonly previousHref: string;
	/** Null in the current month. */
	readonly nextHref: string | null;
	/** The weeks that have begun of those with a day in it, with their addresses. */
	readonly weeks: readonly { readonly week: string; readonly href: string }[];
}

/** The month's name, the way to its neighbours, and to its weeks. */
export function MonthHeading({ month, summary, previousHref, nextHref, weeks }: MonthHeadingProps) {
	const format = useFormat();
	const name = format.month(`${month}-01`);
	return (
		<>
			<PeriodHeading
				title={name.charAt(0).toLocaleUpperCase(format.locale) + name.slice(1)}
				name={null}
				summary={summary}
				previous={{ label: i18n.t('month.previous'), href: previousHref }}
				next={{ label: i18n.t('month.next'), href: nextHref }}
			/>
			<ul class="weeks" aria-label={i18n.t('month.weeks')}>
				{weeks.map(({ week, href }) => (
					<li key={week}>
						<a href={href}>{i18n.t('heading.week', [weekNumber(week)])}</a>
					</li>
				))}
			</ul>
		</>
	);
}
