import { i18n } from '#i18n';
import { qualityTexts } from '@/components/card/quality-texts';
import { KindBar, KindLegend } from '@/components/chart/KindBar';
import { groupTraffic } from '@/components/chart/kind-groups';
import { useFormat } from '@/components/layout/language';
import { FigureCard, type FigureCardProps } from '@/entrypoints/dashboard/period/FigureCard';
import type { GroupWeek } from '@/utils/core/group/group-week';
import type { Activity } from '@/utils/core/visit/visit';
import { GroupTable } from './GroupTable';

/** A group's week: what adds up over its learners, and what stands for each alone. */
export function GroupFigures({ group }: { readonly group: GroupWeek }) {
	const { count } = useFormat();
	return (
		<>
			<dl class="figure-cards">
				{useCards(group).map((card) => (
					<FigureCard key={card.label} {...card} />
				))}
			</dl>
			<section class="card panel" aria-labelledby="adds-up">
				<h2 id="adds-up">{i18n.t('group.adds_up')}</h2>
				<ul>
					<li>{i18n.t('group.adds_people')}</li>
					<li>{i18n.t('group.adds_courses')}</li>
					<li>{i18n.t('group.adds_grams')}</li>
				</ul>
			</section>
			{groupTraffic(group.traffic).length > 0 && (
				<section class="card kinds" aria-labelledby="group-kinds">
					<h2 id="group-kinds">{i18n.t('page.by_kind')}</h2>
					<KindBar traffic={group.traffic} />
					<KindLegend traffic={group.traffic} />
					{group.kindLearnerCount < group.learnerCount && (
						<p class="soft">{i18n.t('group.kinds_of', [count(group.kindLearnerCount), count(group.learnerCount)])}</p>
					)}
				</section>
			)}
			<section class="card courses" aria-labelledby="group-activities">
				<h2 id="group-activities">{i18n.t('group.by_activity')}</h2>
				<GroupTable
					titleId="group-activities"
					label={i18n.t('advice.activity')}
					parts={group.activities}
					nameOf={({ key }) => i18n.t(`activity.${key as Activity}`)}
					counted={{ label: i18n.t('group.learners'), countOf: ({ learnerCount }) => learnerCount }}
				/>
			</section>
			<section class="card courses" aria-labelledby="group-learners">
				<h2 id="group-learners">{i18n.t('group.by_learner')}</h2>
				<GroupTable
					titleId="group-learners"
					label={i18n.t('group.code')}
					parts={group.learners}
					nameOf={({ key }) => key}
					counted={{ label: i18n.t('group.courses'), countOf: ({ courseCount }) => courseCount }}
				/>
				<details>
					<summary id="group-courses">{i18n.t('group.by_course')}</summary>
					<GroupTable
						titleId="group-courses"
						label={i18n.t('group.codes')}
						parts={group.courses}
						nameOf={({ key }) => key}
					/>
				</details>
			</section>
		</>
	);
}

function useCards({ total, learnerCount, courseCount }: GroupWeek): FigureCardProps[] {
	const format = useFormat();
	return [
		{
			label: i18n.t('group.learners'),
			value: format.count(learnerCount),
			notes: [i18n.t('group.course_codes', courseCount, [format.count(courseCount)])],
		},
		{
			label: i18n.t('cards.data'),
			value: format.bytes(total.receivedBytes),
			notes: [
				...qualityTexts(total, format),
				i18n.t('group.each', [format.bytes(Math.round(total.receivedBytes / learnerCount))]),
			],
		},
		{
			label: i18n.t('cards.videos'),
			value: format.duration(total.videoMs),
			notes: [i18n.t('week.time', [format.duration(total.activeMs)])],
		},
		{ label: i18n.t('cards.co2'), value: format.mass(total.co2eGrams), notes: [i18n.t('cards.co2_unit')] },
	];
}
