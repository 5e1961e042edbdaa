import { i18n } from '#i18n';
import { SelectField } from '@/components/form/SelectField';
import { useFormat } from '@/components/layout/language';
import { DownloadLink } from '@/entrypoints/dashboard/period/DownloadLink';
import { weekSpanFormat } from '@/utils/core/units/week-span-format';
import { GroupFigures } from './GroupFigures';
import { GroupPicker } from './GroupPicker';
import type { GroupModel } from './group-model';
import { SetAsideList } from './SetAsideList';

/** The week of a group, from the files that its learners handed over. */
export function GroupView({ model }: { readonly model: GroupModel }) {
	const { count, locale } = useFormat();
	const span = weekSpanFormat(locale);
	const { kept, aside, reading, weeks, week, group, file } = model;
	const hasFiles = kept.value.length + aside.value.length > 0;
	return (
		<>
			<div class="heading">
				<div>
					<h1>{i18n.t('group.title')}</h1>
					<p class="soft">{i18n.t('group.body')}</p>
				</div>
			</div>
			<GroupPicker
				reading={reading.value}
				hasFiles={hasFiles}
				status={hasFiles ? i18n.t('group.counted', kept.value.length, [count(kept.value.length)]) : null}
				onFiles={model.open}
				onCancel={model.cancel}
				onClear={model.clear}
			/>
			<SetAsideList files={aside.value} />
			{group.value && week.value !== null && (
				<>
					<div class="group-week">
						<SelectField
							id="group-week"
							label={i18n.t('nav.week')}
							value={week.value}
							options={weeks.value.map(([each, learnerCount]) => [
								each,
								i18n.t('group.week_of', learnerCount, [span(each), count(learnerCount)]),
							])}
							onChange={(chosen) => {
								model.chosenWeek.value = chosen;
							}}
						/>
						<DownloadLink file={file.value} label={i18n.t('group.merged')} />
					</div>
					<GroupFigures group={group.value} />
				</>
			)}
		</>
	);
}
