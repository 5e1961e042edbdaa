import { i18n } from '#i18n';
import { useFormat } from '@/components/layout/language';
import { Notice } from '@/components/layout/Notice';
import { weekNumber } from './WeekHeading';

export interface ReadyWeeksProps {
	/** Weeks whose file waits, `2026-W48`. */
	readonly weeks: readonly string[];
	/** True when the last file could not be made. */
	readonly hasFailed: boolean;
	readonly onTake: (week: string) => void;
}

/** The files of weeks that are over and were to be made ready; nothing while none waits. */
export function ReadyWeeks({ weeks, hasFailed, onTake }: ReadyWeeksProps) {
	const { count } = useFormat();
	if (weeks.length === 0) return null;
	return (
		<Notice
			title={i18n.t('weekly.ready', weeks.length, [count(weeks.length)])}
			body={i18n.t('weekly.about')}
			status={hasFailed ? i18n.t('weekly.failed') : null}
		>
			{weeks.flatMap((week) => [
				<button key={`take ${week}`} type="button" class="main" onClick={() => onTake(week)}>
					{i18n.t('weekly.take', [weekNumber(week)])}
				</button>,
				<a key={`see ${week}`} class="button" href={`#export/${week}`}>
					{i18n.t('weekly.see', [weekNumber(week)])}
				</a>,
			])}
		</Notice>
	);
}
