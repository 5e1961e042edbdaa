import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { LastAnswer, WeekQueue } from '@/utils/core/delivery/queue';

interface TargetStateProps {
	/** Whose words are used. */
	readonly target: 'lrs' | 'bucket';
	readonly queue: WeekQueue;
}

/** The result of the last transfer, and the weeks that wait. */
export function TargetState({ target, queue: { last, weeks, nextAtMs } }: TargetStateProps) {
	const { count, locale } = pageFormat();
	const time = (ms: number) => new Date(ms).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' });
	if (!last) return null;
	const { outcome, status, week, atMs, doneCount, totalCount } = last;
	const isEmpty = outcome === 'sent' && totalCount === 0;
	const noAnswer = outcome === 'unconsented' || isEmpty ? '' : i18n.t('lrs.no_answer');
	const answer = status === null || isEmpty ? noAnswer : i18n.t('lrs.answer', [String(status)]);
	return (
		<div class="target-state" role="status">
			<p>{isEmpty ? i18n.t('lrs.empty', [week]) : outcomeText(target, last, count)}</p>
			{outcome === 'sending' ? (
				<progress aria-label={i18n.t(`${target}.title`)} value={doneCount} max={totalCount} />
			) : (
				<p class="soft">{`${answer} ${time(atMs)}`}</p>
			)}
			{outcome !== 'sending' && weeks.length > 0 && (
				<p class="soft">
					{i18n.t('lrs.waiting', [weeks.join(', ')])} {nextAtMs !== null && i18n.t('lrs.next', [time(nextAtMs)])}
				</p>
			)}
		</div>
	);
}

function outcomeText(target: 'lrs' | 'bucket', last: LastAnswer, count: (value: number) => string): string {
	const { outcome, week, doneCount, totalCount } = last;
	if (outcome === 'kept') return i18n.t('bucket.kept', [week]);
	return i18n.t(`${target}.outcome.${outcome}`, [week, count(doneCount), count(totalCount)]);
}
