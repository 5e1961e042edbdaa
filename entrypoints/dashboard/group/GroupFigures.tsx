import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { limitsText, millilitres, smallGrams, wattHours } from '@/components/card/assistant-text';
import { qualityTexts } from '@/components/card/quality-texts';
import { KindBar, KindLegend } from '@/components/chart/KindBar';
import { groupTraffic } from '@/components/chart/kind-groups';
import { pageFormat } from '@/components/layout/page-format';
import { type FigureCardProps, FigureCards } from '@/entrypoints/dashboard/period/FigureCards';
import { figureColumns } from '@/entrypoints/dashboard/period/figure-columns';
import { type Column, numberColumn, textColumn } from '@/entrypoints/dashboard/table/columns';
import { DataTable } from '@/entrypoints/dashboard/table/DataTable';
import { TableCard } from '@/entrypoints/dashboard/table/TableCard';
import type { GroupAnswers } from '@/utils/core/group/answer-sum';
import type { GroupPart, GroupWeek } from '@/utils/core/group/group-week';
import type { Activity } from '@/utils/core/schema/names';
import type { Format } from '@/utils/core/units/format';

/** Rows of learners, or of courses, that are drawn at a time: a hundred at once block the page. */
const ROWS_AT_ONCE = 25;

/** A group's week: its totals, by type of content, by activity, by learner and by course. */
export function GroupFigures({ group }: { readonly group: GroupWeek }) {
	const format = pageFormat();
	const { count } = format;
	return (
		<>
			<FigureCards cards={cardsOf(group, format)} />
			<section class="card panel" aria-labelledby="adds-up">
				<h2 id="adds-up">{i18n.t('group.adds_up')}</h2>
				<ul>
					<li>{i18n.t('group.adds_people')}</li>
					<li>{i18n.t('group.adds_courses')}</li>
					<li>{i18n.t('group.adds_grams')}</li>
					<li>{i18n.t('group.adds_measured')}</li>
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
			<TableCard
				id="group-activities"
				title={i18n.t('group.by_activity')}
				{...tableOf(
					group.activities,
					i18n.t('advice.activity'),
					({ key }) => i18n.t(`activity.${key as Activity}`),
					i18n.t('group.learners'),
				)}
			/>
			<TableCard
				id="group-learners"
				title={i18n.t('group.by_learner')}
				rowsAtOnce={ROWS_AT_ONCE}
				{...tableOf(group.learners, i18n.t('group.code'), ({ key }) => key, i18n.t('group.courses'))}
			>
				<HeaviestNote shown={group.learners.length} all={group.learnerCount} />
				<CourseTable group={group} />
			</TableCard>
		</>
	);
}

/** Opened, it lists the courses: two tables of a large group at once would block the page. */
function CourseTable({ group }: { readonly group: GroupWeek }) {
	const [isOpen, setOpen] = useState(false);
	return (
		<details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
			<summary id="group-courses">{i18n.t('group.by_course')}</summary>
			{isOpen && (
				<>
					<DataTable
						titleId="group-courses"
						rowsAtOnce={ROWS_AT_ONCE}
						{...tableOf(group.courses, i18n.t('group.course_code'), ({ key }) => key, i18n.t('group.learners'))}
					/>
					<HeaviestNote shown={group.courses.length} all={group.courseCount} />
				</>
			)}
		</details>
	);
}

/** Says that a table has only the heaviest of all. */
function HeaviestNote({ shown, all }: { readonly shown: number; readonly all: number }) {
	const { count } = pageFormat();
	return shown < all ? <p class="soft">{i18n.t('group.heaviest', [count(shown), count(all)])}</p> : null;
}

/** Parts of a group's week as a table, the heaviest first; `countLabel` names what each part's count counts. */
function tableOf(rows: readonly GroupPart[], label: string, nameOf: (part: GroupPart) => string, countLabel: string) {
	const format = pageFormat();
	const figures = figureColumns<GroupPart>(format, (part) => part);
	const counted = numberColumn<GroupPart>(countLabel, (part) => part.count, format.count);
	const measured: Column<GroupPart> = {
		label: i18n.t('group.measured'),
		keyOf: ({ measuredShare }) => measuredShare ?? -1,
		render: ({ measuredShare, unknownCount }) => (
			<>
				{measuredShare !== null && format.share(measuredShare)}
				{unknownCount > 0 && (
					<small class="soft unknown-sizes">{i18n.t('page.unknown', unknownCount, [format.count(unknownCount)])}</small>
				)}
			</>
		),
	};
	return {
		rows,
		columns: [textColumn(label, nameOf), counted, ...figures.toSpliced(-1, 0, measured)],
		idOf: ({ key }: GroupPart) => key,
		wordsOf: nameOf,
		orderedBy: i18n.t('week.data'),
	};
}

function cardsOf({ total, learnerCount, courseCount }: GroupWeek, format: Format): FigureCardProps[] {
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
		...answerCards(total.answers, format),
	];
}

/** What AI assistants were asked; nothing where none was. */
function answerCards(answers: GroupAnswers, { count }: Format): FigureCardProps[] {
	const { promptCount, unreadCount, wh, co2eGrams, waterMl } = answers;
	if (promptCount === 0) return [];
	const amounts = [limitsText(wh, wattHours), limitsText(co2eGrams, smallGrams), limitsText(waterMl, millilitres)];
	return [
		{
			label: i18n.t('assistants.table'),
			value: i18n.t('assistants.prompts', promptCount, [count(promptCount)]),
			notes: [
				...amounts.filter((text) => text !== null),
				...(unreadCount > 0 ? [i18n.t('assistants.unread', unreadCount, [count(unreadCount)])] : []),
			],
		},
	];
}
