import { i18n } from '#i18n';
import { errorText } from '@/components/layout/error-text';
import { useFormat } from '@/components/layout/language';
import { Notice } from '@/components/layout/Notice';
import type { DashboardModel } from '@/entrypoints/dashboard/model';
import { CourseTable } from '@/entrypoints/dashboard/period/CourseTable';
import { PeriodFigures } from '@/entrypoints/dashboard/period/PeriodFigures';
import { WeekSkeleton } from '@/entrypoints/dashboard/period/WeekSkeleton';
import type { PeriodSummary } from '@/utils/core/stats/week';
import { MonthHeading } from './MonthHeading';
import { monthChangeText } from './month-change-text';
import type { createMonthView } from './month-view';

export interface MonthViewProps {
	readonly model: DashboardModel;
	readonly monthView: ReturnType<typeof createMonthView>;
}

/** A month at a glance: its figures against the month before, its days, its courses. */
export function MonthView({ model, monthView }: MonthViewProps) {
	const { summary, error } = monthView;
	return (
		<>
			<MonthHeading
				month={model.month.value}
				summary={summary.value}
				previousHref={model.previousMonthHref.value}
				nextHref={model.nextMonthHref.value}
				weeks={model.weeksOfMonth.value}
			/>
			{error.value !== null ? (
				<Notice title={i18n.t('notice.error_title')} body={errorText(error.value)} isAlarm>
					<button type="button" class="main" onClick={model.refresh}>
						{i18n.t('action.retry')}
					</button>
				</Notice>
			) : !summary.value ? (
				<WeekSkeleton />
			) : summary.value.total.visitCount === 0 ? (
				<Notice title={i18n.t('month.empty_title')} body={i18n.t('month.empty_body')} />
			) : (
				<MonthFigures model={model} monthView={monthView} summary={summary.value} />
			)}
		</>
	);
}

function MonthFigures({ model, monthView, summary }: MonthViewProps & { readonly summary: PeriodSummary }) {
	const format = useFormat();
	const change = monthView.change.value;
	return (
		<>
			<PeriodFigures
				model={model}
				summary={summary}
				comparison={change && monthChangeText(change, model.month.value, format)}
				isLighter={change !== null && change.ratio < 1}
				labels="date"
			/>
			<CourseTable courses={summary.courses} />
		</>
	);
}
