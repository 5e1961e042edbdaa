import { i18n } from '#i18n';
import { CourseTable } from '@/components/CourseTable';
import { errorText } from '@/components/error-text';
import { useFormat } from '@/components/language';
import { MonthHeading } from '@/components/MonthHeading';
import { monthChangeText } from '@/components/month-change-text';
import { Notice } from '@/components/Notice';
import { WeekSkeleton } from '@/components/WeekSkeleton';
import type { PeriodSummary } from '@/utils/stats/week';
import type { DashboardModel } from './model';
import type { createMonthView } from './month-view';
import { PeriodFigures } from './PeriodFigures';

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
