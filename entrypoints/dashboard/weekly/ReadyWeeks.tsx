import { i18n } from '#i18n';
import { Notice } from '@/components/layout/Notice';
import { pageFormat } from '@/components/layout/page-format';
import { weekNumber } from '@/entrypoints/dashboard/period/WeekHeading';
import type { WeeklyModel } from './weekly-model';

/** The weekly files that wait to be downloaded; nothing if there are none. */
export function ReadyWeeks({ model }: { readonly model: WeeklyModel }) {
	const weeks = model.state.value.ready;
	if (weeks.length === 0) return null;
	return (
		<Notice
			title={i18n.t('weekly.ready', weeks.length, [pageFormat().count(weeks.length)])}
			body={i18n.t('weekly.about')}
			status={model.hasFailed.value ? i18n.t('weekly.failed') : null}
		>
			{weeks.flatMap((week) => [
				<button key={`take ${week}`} type="button" class="main" onClick={() => model.take(week)}>
					{i18n.t('weekly.take', [weekNumber(week)])}
				</button>,
				<a key={`see ${week}`} class="button" href={`#export/${week}`}>
					{i18n.t('weekly.see', [weekNumber(week)])}
				</a>,
			])}
		</Notice>
	);
}
