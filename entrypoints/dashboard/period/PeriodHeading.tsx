import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { PeriodSummary } from '@/utils/core/stats/week';

export interface PeriodHeadingProps {
	readonly title: string;
	/** A second name; null for none. */
	readonly name: string | null;
	/** Null while the period is being read. */
	readonly summary: PeriodSummary | null;
	/** A further line; null or absent for none. */
	readonly note?: string | null;
	readonly previous: { readonly label: string; readonly href: string };
	/** Without an address in the current period. */
	readonly next: { readonly label: string; readonly href: string | null };
	/** Controls after the links. */
	readonly children?: ComponentChildren;
}

/** A period's dates, its number of days and sites, and links to the periods beside it. */
export function PeriodHeading({ title, name, summary, note = null, previous, next, children }: PeriodHeadingProps) {
	const { count } = pageFormat();
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
