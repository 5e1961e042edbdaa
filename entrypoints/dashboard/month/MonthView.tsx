import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { DashboardContext } from '@/entrypoints/dashboard/context/context';
import type { View } from '@/entrypoints/dashboard/context/view';
import { CourseTable } from '@/entrypoints/dashboard/period/CourseTable';
import { PeriodBody } from '@/entrypoints/dashboard/period/PeriodBody';
import { PeriodFigures } from '@/entrypoints/dashboard/period/PeriodFigures';
import type { PeriodSummary } from '@/utils/core/stats/week';
import { MonthHeading } from './MonthHeading';
import { monthChangeText } from './month-change-text';
import { createMonthModel, type MonthModel } from './month-model';

interface MonthViewProps {
	readonly context: DashboardContext;
	readonly month: MonthModel;
}

/** The view of a month. */
export function openMonth(context: DashboardContext): View {
	const month = createMonthModel(context);
	return { render: () => <MonthView context={context} month={month} />, load: month.load };
}

function MonthView({ context, month }: MonthViewProps) {
	const { summary, error, load } = month;
	const empty = { title: i18n.t('month.empty_title'), body: i18n.t('month.empty_body') };
	return (
		<>
			<MonthHeading context={context} summary={summary.value} />
			<PeriodBody error={error.value} summary={summary.value} empty={empty} onRetry={load}>
				{(read) => <MonthFigures context={context} month={month} summary={read} />}
			</PeriodBody>
		</>
	);
}

function MonthFigures({ context, month, summary }: MonthViewProps & { readonly summary: PeriodSummary }) {
	const change = month.change.value;
	return (
		<>
			<PeriodFigures
				context={context}
				summary={summary}
				comparison={change && monthChangeText(change, context.month.value, pageFormat())}
				isLighter={change !== null && change.ratio < 1}
				labels="date"
			/>
			<CourseTable courses={summary.courses} />
		</>
	);
}
