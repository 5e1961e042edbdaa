import { i18n } from '#i18n';
import { SelectField } from '@/components/form/SelectField';
import { pageFormat } from '@/components/layout/page-format';
import type { View } from '@/entrypoints/dashboard/context/context';
import { ViewHeading } from '@/entrypoints/dashboard/layout/ViewHeading';
import { MAX_ROWS } from '@/utils/core/group/collector';
import { weekSpanFormat } from '@/utils/core/units/day-format';
import { ClassCodeMaker } from './ClassCodeMaker';
import { droppedFiles } from './dropped-files';
import { GroupFigures } from './GroupFigures';
import { GroupPicker } from './GroupPicker';
import { createGroupModel, type GroupModel } from './group-model';
import { SetAsideList } from './SetAsideList';

/**
 * The view of a group's week, from files that its learners handed over. Files may be dropped anywhere on the page; closing
 * the view discards what was read.
 */
export function openGroup(locale: string) {
	const model = createGroupModel(locale);
	const listening = new AbortController();
	const { signal } = listening;
	document.addEventListener('dragover', (event) => event.preventDefault(), { signal });
	document.addEventListener(
		'drop',
		(event) => {
			event.preventDefault();
			const { dataTransfer } = event;
			if (dataTransfer) void model.openFound((onCount) => droppedFiles(dataTransfer, onCount));
		},
		{ signal },
	);
	return {
		render: () => <GroupView model={model} />,
		close() {
			listening.abort();
			model.clear();
		},
	} satisfies View;
}

function GroupView({ model }: { readonly model: GroupModel }) {
	const { count, locale } = pageFormat();
	const span = weekSpanFormat(locale);
	const { aside, file, limit } = model;
	const shown = model.shown.value;
	return (
		<>
			<ViewHeading title={i18n.t('group.title')} about={i18n.t('group.body')} />
			<GroupPicker model={model} />
			{limit.value && (
				<p class="card notice" role="alert">
					{limit.value === 'full' ? i18n.t('group.full', [count(MAX_ROWS)]) : i18n.t('group.failed')}
				</p>
			)}
			<SetAsideList files={aside.value} />
			{shown && (
				<>
					<div class="group-week">
						<SelectField
							id="group-week"
							label={i18n.t('nav.week')}
							value={shown.week}
							options={shown.weeks.map(([each, learnerCount]) => [
								each,
								i18n.t('group.week_of', learnerCount, [span(each), count(learnerCount)]),
							])}
							onChange={(chosen) => void model.choose(chosen)}
						/>
						{file.value ? (
							<a class="button main" href={file.value.url} download={file.value.name}>
								{i18n.t('group.merged')}
							</a>
						) : (
							<span class="soft" role="status">
								{i18n.t('group.merging')}
							</span>
						)}
					</div>
					<GroupFigures group={shown.group} />
				</>
			)}
			<ClassCodeMaker />
		</>
	);
}
