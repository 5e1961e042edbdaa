import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { useFormat } from '@/components/layout/language';
import type { PeriodSummary } from '@/utils/core/stats/week';

export interface PeriodHeadingProps {
	readonly title: string;
	/** What else it is called; null for nothing. */
	readonly name: string | null;
	/** Null while it is being read. */
	readonly summary: PeriodSummary | null;
	/** A line of its own; null or absent for nothing. */
	readonly note?: string | null;
	readonly previous: { readonly label: string; readonly href: string };
	/** Without an address in the current period: there is no figure of tomorrow. */
	readonly next: { readonly label: string; readonly href: string | null };
	/** At the end of the line. */
	readonly children?: ComponentChildren;
}

/** A period's dates, how many days and sites it had, and the way to its neighbours. */
export function PeriodHeading({ title, name, summary, note = null, previous, next, children }: PeriodHeadingProps) {
	const { count } = useFormat();
	return (
		<div class="heading">
			<div>
				<h1>{title}</h1>
				<p class="soft">{[...(name === null ? [] : [name]), ...spread(summary, count)].join(', ')}</p>
				{note !== null && <p class="soft">{note}</p>}
			</div>
			<div class="actions">
				<a class="button" href={previous.href} aria-label={previous.label} title={previous.label}>
					‹
				</a>
				{next.href ? (
					<a class="button" href={next.href} aria-label={next.label} title={next.label}>
						›
					</a>
				) : (
					<button type="button" disabled aria-label={next.label}>
						›
					</button>
				)}
				{children}
			</div>
		</div>
	);
}

function spread(summary: PeriodSummary | null, count: (value: number) => string): string[] {
	if (!summary?.total.visitCount) return [];
	const dayCount = summary.days.filter(({ visitCount }) => visitCount > 0).length;
	const siteCount = new Set(summary.courses.map(({ host }) => host)).size;
	return [i18n.t('heading.days', dayCount, [count(dayCount)]), i18n.t('heading.sites', siteCount, [count(siteCount)])];
}
