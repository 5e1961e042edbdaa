import { useFormat } from '@/components/layout/language';
import { DayChart } from '@/entrypoints/dashboard/chart/DayChart';
import { goalLine } from '@/entrypoints/dashboard/chart/goal-text';
import type { DashboardModel } from '@/entrypoints/dashboard/model';
import { estimateEnergy } from '@/utils/core/carbon/energy';
import { useOf } from '@/utils/core/stats/figures';
import type { PeriodSummary } from '@/utils/core/stats/week';
import { FigureCard } from './FigureCard';
import { figureCards } from './figure-cards';
import { VideoCard } from './VideoCard';

interface PeriodFiguresProps {
	readonly model: DashboardModel;
	readonly summary: PeriodSummary;
	/** How it compares with the period before; null where there is nothing to compare with. */
	readonly comparison: string | null;
	readonly isLighter: boolean;
	/** What the days of the chart are named by. */
	readonly labels: 'weekday' | 'date';
}

/** The figures of a week or a month, its days, and how sharp its videos were. */
export function PeriodFigures({ model, summary, comparison, isLighter, labels }: PeriodFiguresProps) {
	const format = useFormat();
	const energyWh = estimateEnergy(useOf(summary.total), model.profile.value.profile);
	return (
		<>
			<dl class="figure-cards">
				{figureCards(summary, { comparison, isLighter, energyWh }, format).map((card) => (
					<FigureCard key={card.label} {...card} />
				))}
			</dl>
			<div class="two">
				<DayChart
					days={summary.days}
					labels={labels}
					measure={model.measure.value}
					goal={goalLine(model.goal.value, model.measure.value, format)}
					hrefOf={model.measureHref}
				/>
				<VideoCard media={summary.total.media} />
			</div>
		</>
	);
}
