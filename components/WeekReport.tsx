import { i18n } from '#i18n';
import { estimateEnergy } from '@/utils/carbon/energy';
import type { Profile } from '@/utils/carbon/profile';
import { useOf } from '@/utils/stats/figures';
import type { WeekSummary } from '@/utils/stats/week';
import { weekSpanFormat } from '@/utils/units/week-span-format';
import { CourseTable } from './CourseTable';
import { axisFor } from './chart-axis';
import { chartDays, partsOf } from './chart-measures';
import { DayBars, PartLegend } from './DayBars';
import { DayTable } from './DayTable';
import { barAmount, layOutDays } from './day-bars';
import { equipmentText } from './equipment-text';
import { FigureCard } from './FigureCard';
import { figureCards } from './figure-cards';
import { useFormat } from './language';

export interface WeekReportProps {
	readonly summary: WeekSummary;
	readonly profile: Profile;
	/** Version of the extension. */
	readonly version: string;
	/** Local day of the report, `YYYY-MM-DD`. */
	readonly day: string;
}

/** A week to be printed or handed over: nothing in it needs a script, or anything outside it. */
export function WeekReport({ summary, profile, version, day }: WeekReportProps) {
	const format = useFormat();
	const context = { comparison: null, isLighter: false, energyWh: estimateEnergy(useOf(summary.total), profile) };
	const equipment = equipmentText(profile);
	const chart = chartDays('data', summary.days, format);
	const axis = axisFor('data', Math.max(...chart.map(barAmount)));
	return (
		<article class="report">
			<h1>{weekSpanFormat(format.locale)(summary.week)}</h1>
			<dl class="figure-cards">
				{figureCards(summary, context, format).map((card) => (
					<FigureCard key={card.label} {...card} />
				))}
			</dl>
			<CourseTable courses={summary.courses} isStill />
			<section class="card day-chart" aria-labelledby="report-chart-title">
				<h2 id="report-chart-title">{i18n.t('chart.title.data')}</h2>
				<div class="plot">
					<DayBars {...layOutDays(chart, axis)} measure="data" labelOf={(each) => format.weekday(each, 'short')} />
				</div>
				<PartLegend parts={partsOf(chart)} />
				<DayTable days={chart} measure="data" />
			</section>
			<p class="soft">{i18n.t('method.citation', [version, equipment, format.date(day)])}</p>
		</article>
	);
}
