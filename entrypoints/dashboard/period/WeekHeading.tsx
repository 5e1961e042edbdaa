import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { DashboardContext } from '@/entrypoints/dashboard/context/context';
import type { WeekSummary } from '@/utils/core/stats/week';
import { weekSpanFormat } from '@/utils/core/units/day-format';
import { PeriodHeading } from './PeriodHeading';

interface WeekHeadingProps {
	readonly context: DashboardContext;
	/** Null while the week is being read. */
	readonly summary: WeekSummary | null;
	/** A further line; null or absent for none. */
	readonly note?: string | null;
	/** Controls after the links. */
	readonly children?: ComponentChildren;
}

/** The week's dates and number, with links to the weeks beside it. */
export function WeekHeading({ context, summary, note = null, children }: WeekHeadingProps) {
	const week = context.week.value;
	return (
		<PeriodHeading
			title={weekSpanFormat(pageFormat().locale)(week)}
			name={i18n.t('heading.week', [weekNumber(week)])}
			summary={summary}
			note={note}
			previous={{ label: i18n.t('heading.previous'), href: context.previousHref.value }}
			next={{ label: i18n.t('heading.next'), href: context.nextHref.value }}
		>
			{children}
		</PeriodHeading>
	);
}

/** The number of a week without leading zero: "48" of `2026-W48`, "7" of `2026-W07`. */
export function weekNumber(week: string): string {
	return String(Number(week.slice(-2)));
}
