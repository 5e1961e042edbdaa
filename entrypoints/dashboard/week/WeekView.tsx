import { i18n } from '#i18n';
import { changeText } from '@/components/card/change-text';
import { errorText } from '@/components/layout/error-text';
import { useFormat } from '@/components/layout/language';
import { Notice } from '@/components/layout/Notice';
import { goalText } from '@/entrypoints/dashboard/chart/goal-text';
import type { DashboardModel } from '@/entrypoints/dashboard/model';
import { CourseTable } from '@/entrypoints/dashboard/period/CourseTable';
import { equipmentText } from '@/entrypoints/dashboard/period/equipment-text';
import { PeriodFigures } from '@/entrypoints/dashboard/period/PeriodFigures';
import { ReadyWeeks } from '@/entrypoints/dashboard/period/ReadyWeeks';
import { WeekHeading, weekNumber } from '@/entrypoints/dashboard/period/WeekHeading';
import { WeekSkeleton } from '@/entrypoints/dashboard/period/WeekSkeleton';
import { dialectOf } from '@/utils/core/export/week-file';
import type { WeekSummary } from '@/utils/core/stats/week';
import { shiftWeek } from '@/utils/core/units/day';
import { ActivityTable } from './ActivityTable';
import { AdviceCard } from './AdviceCard';
import { CarbonCard } from './CarbonCard';
import { MediaTable } from './MediaTable';

/** A week at a glance, then its courses. */
export function WeekView({ model }: { readonly model: DashboardModel }) {
	const { summary, error } = model.weekView;
	const { weeklyView } = model;
	return (
		<>
			<WeekHeading
				week={model.week.value}
				summary={summary.value}
				previousHref={model.previousHref.value}
				nextHref={model.nextHref.value}
				note={goalText(model.goal.value, summary.value, useFormat())}
			>
				{summary.value !== null && summary.value.total.visitCount > 0 && (
					<a class="button main" href={model.hrefOf('export')}>
						{i18n.t('action.export')}
					</a>
				)}
			</WeekHeading>
			<ReadyWeeks
				weeks={weeklyView.state.value.ready}
				hasFailed={weeklyView.hasFailed.value}
				onTake={weeklyView.take}
			/>
			{error.value !== null ? (
				<Notice title={i18n.t('notice.error_title')} body={errorText(error.value)} isAlarm>
					<button type="button" class="main" onClick={model.refresh}>
						{i18n.t('action.retry')}
					</button>
				</Notice>
			) : summary.value ? (
				<WeekFigures model={model} summary={summary.value} />
			) : (
				<WeekSkeleton />
			)}
		</>
	);
}

function WeekFigures({ model, summary }: { readonly model: DashboardModel; readonly summary: WeekSummary }) {
	const format = useFormat();
	const { change, equivalences, opinions, activities, advice, isFirstUse } = model.weekView;
	const { profile, countryClue } = model.profile.value;
	if (summary.total.visitCount === 0)
		return isFirstUse.value ? (
			<Notice title={i18n.t('empty.first_title')} body={i18n.t('empty.first_body')} />
		) : (
			<Notice title={i18n.t('empty.title')} body={i18n.t('empty.body')} />
		);
	const before = weekNumber(shiftWeek(summary.week, -1));
	return (
		<>
			<PeriodFigures
				model={model}
				summary={summary}
				comparison={change.value === null ? null : changeText(change.value, format, before)}
				isLighter={change.value !== null && change.value < 1}
				labels="weekday"
			/>
			<CarbonCard
				estimate={summary.total.estimate}
				equivalences={equivalences.value}
				opinions={opinions.value}
				equipment={equipmentText(profile)}
				isGuessed={countryClue !== null}
				settingsHref={model.hrefOf('settings')}
				methodHref={model.hrefOf('method')}
			/>
			<CourseTable courses={summary.courses} />
			<ActivityTable activities={activities.value} />
			<MediaTable courses={summary.courses} />
			<AdviceCard
				advice={advice.value}
				courses={summary.courses}
				week={summary.week}
				dialect={dialectOf(format.locale)}
			/>
		</>
	);
}
