import type { ComponentChild } from 'preact';
import { ErrorNotice } from '@/components/layout/ErrorNotice';
import { Notice } from '@/components/layout/Notice';
import { FiguresSkeleton } from '@/entrypoints/dashboard/layout/FiguresSkeleton';
import type { ErrorCode } from '@/utils/core/schema/page-messages';
import type { PeriodSummary } from '@/utils/core/stats/week';

export interface PeriodBodyProps<Summary extends PeriodSummary> {
	/** Why the period could not be read; null if it could. */
	readonly error: ErrorCode | null;
	/** Null while the period is being read. */
	readonly summary: Summary | null;
	/** Shown for a period without visits. */
	readonly empty: { readonly title: string; readonly body: string };
	readonly onRetry: () => void;
	readonly children: (summary: Summary) => ComponentChild;
}

/** The figures of a period, or why there are none. */
export function PeriodBody<Summary extends PeriodSummary>(props: PeriodBodyProps<Summary>) {
	const { error, summary, empty, onRetry, children } = props;
	if (error !== null) return <ErrorNotice error={error} onAction={onRetry} />;
	if (summary === null) return <FiguresSkeleton />;
	if (summary.total.visitCount === 0) return <Notice {...empty} />;
	return <>{children(summary)}</>;
}
