import { pageFormat } from '@/components/layout/page-format';
import { DayChart } from '@/entrypoints/dashboard/chart/DayChart';
import { goalLine } from '@/entrypoints/dashboard/chart/goal-text';
import type { DashboardContext } from '@/entrypoints/dashboard/context/context';
import { estimateEnergy } from '@/utils/core/carbon/estimate';
import { useOf } from '@/utils/core/stats/figures';
import type { PeriodSummary } from '@/utils/core/stats/week';
import { FigureCards } from './FigureCards';
import { type CardContext, figureCards } from './figure-cards';
import { VideoCard } from './VideoCard';

interface PeriodFiguresProps extends Pick<CardContext, 'comparison' | 'isLighter'> {
	readonly context: DashboardContext;
	readonly summary: PeriodSummary;
	/** Labels of the days in the chart. */
	readonly labels: 'weekday' | 'date';
}

/** The figures of a week or a month, its chart, and how its videos were played. */
export function PeriodFigures({ context, summary, comparison, isLighter, labels }: PeriodFiguresProps) {
	const format = pageFormat();
	const energyWh = estimateEnergy(useOf(summary.total), context.profile.value.profile);
	const measure = context.measure.value;
	return (
		<>
			<FigureCards cards={figureCards(summary, { comparison, isLighter, energyWh }, format)} />
			<div class="two">
				<DayChart
					days={summary.days}
					labels={labels}
					measure={measure}
					goal={goalLine(context.goal.value, measure, format)}
					hrefOf={context.measureHref}
				/>
				<VideoCard media={summary.total.media} />
			</div>
		</>
	);
}
