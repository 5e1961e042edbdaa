import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { WeekSummary } from '@/utils/stats/week';
import { weekSpanFormat } from '@/utils/units/week-span-format';
import { useFormat } from './language';

export interface WeekHeadingProps {
	/** ISO 8601 week, `2026-W48`. */
	readonly week: string;
	/** Null while it is being read. */
	readonly summary: WeekSummary | null;
	readonly previousHref: string;
	/** Null in the current week: there is no figure of tomorrow. */
	readonly nextHref: string | null;
	/** The export, at the end of the line. */
	readonly children?: ComponentChildren;
}

/** The week's dates, its number, and the way to its neighbours. */
export function WeekHeading({ week, summary, previousHref, nextHref, children }: WeekHeadingProps) {
	const format = useFormat();
	return (
		<div class="heading">
			<div>
				<h1>{weekSpanFormat(format.locale)(week)}</h1>
				<p class="soft">{[i18n.t('heading.week', [weekNumber(week)]), ...spread(summary, format.count)].join(', ')}</p>
			</div>
			<div class="actions">
				<a
					class="button"
					href={previousHref}
					aria-label={i18n.t('heading.previous')}
					title={i18n.t('heading.previous')}
				>
					‹
				</a>
				{nextHref ? (
					<a class="button" href={nextHref} aria-label={i18n.t('heading.next')} title={i18n.t('heading.next')}>
						›
					</a>
				) : (
					<button type="button" disabled aria-label={i18n.t('heading.next')}>
						›
					</button>
				)}
				{children}
			</div>
		</div>
	);
}

/** The number of a week as a reader names it: "48" of `2026-W48`, "7" of `2026-W07`. */
export function weekNumber(week: string): string {
	return String(Number(week.slice(-2)));
}

function spread(summary: WeekSummary | null, count: (value: number) => string): string[] {
	if (!summary?.total.visitCount) return [];
	const dayCount = summary.days.filter(({ visitCount }) => visitCount > 0).length;
	const siteCount = new Set(summary.courses.map(({ host }) => host)).size;
	return [i18n.t('heading.days', dayCount, [count(dayCount)]), i18n.t('heading.sites', siteCount, [count(siteCount)])];
}
