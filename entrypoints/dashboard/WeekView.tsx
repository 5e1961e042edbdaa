import { i18n } from '#i18n';
import { ActivityTable } from '@/components/ActivityTable';
import { AdviceCard } from '@/components/AdviceCard';
import { CarbonCard } from '@/components/CarbonCard';
import { CourseTable } from '@/components/CourseTable';
import { changeText } from '@/components/change-text';
import { equipmentText } from '@/components/equipment-text';
import { errorText } from '@/components/error-text';
import { goalText } from '@/components/goal-text';
import { useFormat } from '@/components/language';
import { MediaTable } from '@/components/MediaTable';
import { Notice } from '@/components/Notice';
import { ReadyWeeks } from '@/components/ReadyWeeks';
import { WeekHeading, weekNumber } from '@/components/WeekHeading';
import { WeekSkeleton } from '@/components/WeekSkeleton';
import { dialectOf } from '@/utils/export/week-file';
import type { WeekSummary } from '@/utils/stats/week';
import { shiftWeek } from '@/utils/units/day';
import type { DashboardModel } from './model';
import { PeriodFigures } from './PeriodFigures';

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
