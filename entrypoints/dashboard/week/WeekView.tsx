import { i18n } from '#i18n';
import { changeText } from '@/components/card/change-text';
import { pageFormat } from '@/components/layout/page-format';
import { goalText } from '@/entrypoints/dashboard/chart/goal-text';
import type { DashboardContext, View } from '@/entrypoints/dashboard/context/context';
import { AssistantTable } from '@/entrypoints/dashboard/period/AssistantTable';
import { CourseTable } from '@/entrypoints/dashboard/period/CourseTable';
import { equipmentText } from '@/entrypoints/dashboard/period/equipment-text';
import { PeriodBody } from '@/entrypoints/dashboard/period/PeriodBody';
import { PeriodFigures } from '@/entrypoints/dashboard/period/PeriodFigures';
import { WeekHeading, weekNumber } from '@/entrypoints/dashboard/period/WeekHeading';
import { ReadyWeeks } from '@/entrypoints/dashboard/weekly/ReadyWeeks';
import type { WeeklyModel } from '@/entrypoints/dashboard/weekly/weekly-model';
import { dialectOf } from '@/utils/core/export/week-file';
import type { WeekSummary } from '@/utils/core/stats/week';
import { shiftWeek } from '@/utils/core/units/day';
import { ActivityTable } from './ActivityTable';
import { AdviceCard } from './AdviceCard';
import { CarbonCard } from './CarbonCard';
import { MediaTable } from './MediaTable';
import type { WeekModel } from './week-model';

interface WeekViewProps {
	readonly context: DashboardContext;
	readonly week: WeekModel;
	readonly weekly: WeeklyModel;
}

/** The view of a week. */
export function openWeek(props: WeekViewProps): View {
	const load = async () => {
		await props.week.load();
		await props.weekly.load();
	};
	return { render: () => <WeekView {...props} onRetry={load} />, load };
}

function WeekView({ context, week, weekly, onRetry }: WeekViewProps & { readonly onRetry: () => void }) {
	const summary = week.summary.value;
	const isLost = (context.store.value?.loss ?? null) !== null;
	const empty =
		week.isFirstUse.value && !isLost
			? { title: i18n.t('empty.first_title'), body: i18n.t('empty.first_body') }
			: { title: i18n.t('empty.title'), body: i18n.t('empty.body') };
	return (
		<>
			<WeekHeading context={context} summary={summary} note={goalText(context.goal.value, summary, pageFormat())}>
				{summary !== null && summary.total.visitCount > 0 && (
					<a class="button main" href={context.hrefOf('export')}>
						{i18n.t('action.export')}
					</a>
				)}
			</WeekHeading>
			<ReadyWeeks model={weekly} />
			<PeriodBody error={week.error.value} summary={summary} empty={empty} onRetry={onRetry}>
				{(read) => <WeekFigures context={context} week={week} summary={read} />}
			</PeriodBody>
		</>
	);
}

function WeekFigures({ context, week, summary }: Omit<WeekViewProps, 'weekly'> & { readonly summary: WeekSummary }) {
	const format = pageFormat();
	const change = week.change.value;
	const { profile, countryClue } = context.profile.value;
	const before = weekNumber(shiftWeek(summary.week, -1));
	return (
		<>
			<PeriodFigures
				context={context}
				summary={summary}
				comparison={change === null ? null : changeText(change, format, before)}
				isLighter={change !== null && change < 1}
				labels="weekday"
			/>
			<CarbonCard
				estimate={summary.total.estimate}
				equivalences={week.equivalences.value}
				opinions={week.opinions.value}
				equipment={equipmentText(profile)}
				isGuessed={countryClue !== null}
				settingsHref={context.hrefOf('settings')}
				methodHref={context.hrefOf('method')}
			/>
			<CourseTable courses={summary.courses} />
			<ActivityTable activities={week.activities.value} />
			<MediaTable courses={summary.courses} />
			<AssistantTable summary={summary} country={profile.country} />
			<AdviceCard
				advice={week.advice.value}
				courses={summary.courses}
				week={summary.week}
				dialect={dialectOf(format.locale)}
			/>
		</>
	);
}
