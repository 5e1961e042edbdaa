import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { useFormat } from '@/components/layout/language';
import type { WeekSummary } from '@/utils/core/stats/week';
import { weekSpanFormat } from '@/utils/core/units/week-span-format';
import { PeriodHeading } from './PeriodHeading';

export interface WeekHeadingProps {
	/** ISO 8601 week, `2026-W48`. */
	readonly week: string;
	/** Null while it is being read. */
	readonly summary: WeekSummary | null;
	readonly previousHref: string;
	/** Null in the current week: there is no figure of tomorrow. */
	readonly nextHref: string | null;
	/** What else is to say of the week; null or absent for nothing. */
	readonly note?: string | null;
	/** The export, at the end of the line. */
	readonly children?: ComponentChildren;
}

/** The week's dates, its number, and the way to its neighbours. */
export function WeekHeading({ week, summary, previousHref, nextHref, note = null, children }: WeekHeadingProps) {
	const format = useFormat();
	return (
		<PeriodHeading
			title={weekSpanFormat(format.locale)(week)}
			name={i18n.t('heading.week', [weekNumber(week)])}
			summary={summary}
			note={note}
			previous={{ label: i18n.t('heading.previous'), href: previousHref }}
			next={{ label: i18n.t('heading.next'), href: nextHref }}
		>
			{children}
		</PeriodHeading>
	);
}

/** The number of a week as a reader names it: "48" of `2026-W48`, "7" of `2026-W07`. */
export function weekNumber(week: string): string {
	return String(Number(week.slice(-2)));
}
