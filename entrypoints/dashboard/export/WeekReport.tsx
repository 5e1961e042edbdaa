import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import { axisFor } from '@/entrypoints/dashboard/chart/chart-axis';
import { chartDays, partsOf } from '@/entrypoints/dashboard/chart/chart-measures';
import { DayBars, PartLegend } from '@/entrypoints/dashboard/chart/DayBars';
import { DayTable } from '@/entrypoints/dashboard/chart/DayTable';
import { barAmount, layOutDays } from '@/entrypoints/dashboard/chart/day-bars';
import { CourseTable } from '@/entrypoints/dashboard/period/CourseTable';
import { equipmentText } from '@/entrypoints/dashboard/period/equipment-text';
import { FigureCards } from '@/entrypoints/dashboard/period/FigureCards';
import { figureCards } from '@/entrypoints/dashboard/period/figure-cards';
import { estimateEnergy } from '@/utils/core/carbon/estimate';
import type { ExportFile } from '@/utils/core/schema/page-messages';
import type { Profile } from '@/utils/core/schema/profile';
import { useOf } from '@/utils/core/stats/figures';
import type { WeekSummary } from '@/utils/core/stats/week';
import { weekSpanFormat } from '@/utils/core/units/day-format';
import { htmlFile } from './html-file';

interface WeekReportProps {
	readonly summary: WeekSummary;
	readonly profile: Profile;
	/** Version of the extension. */
	readonly version: string;
	/** Local day of the report, `YYYY-MM-DD`. */
	readonly day: string;
}

/** A week to print or hand over. It needs no script and no other file. */
export function WeekReport({ summary, profile, version, day }: WeekReportProps) {
	const format = pageFormat();
	const context = { comparison: null, isLighter: false, energyWh: estimateEnergy(useOf(summary.total), profile) };
	const equipment = equipmentText(profile);
	const chart = chartDays('data', summary.days, format);
	const axis = axisFor('data', Math.max(...chart.map(barAmount)));
	return (
		<article class="report">
			<h1>{weekSpanFormat(format.locale)(summary.week)}</h1>
			<FigureCards cards={figureCards(summary, context, format)} />
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

/** The week as one HTML file of that name: the report as shown. */
export function reportFile(report: WeekReportProps, name: string, language: string): ExportFile {
	return htmlFile(<WeekReport {...report} />, `${i18n.t('extension.name')} ${report.summary.week}`, name, language);
}
