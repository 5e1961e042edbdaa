import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { LastAnswer, WeekQueue } from '@/utils/core/delivery/queue';

interface TargetStateProps {
	/** Whose words are used. */
	readonly target: 'lrs' | 'bucket';
	readonly queue: WeekQueue;
	/** Whether the browser still lets what is sent reach the target. */
	readonly isAllowed: boolean;
	/** Asks for that again. */
	readonly onAllow: () => void;
}

/** The result of the last transfer, the weeks that wait, and what was taken back that sending needs. */
export function TargetState({ target, queue, isAllowed, onAllow }: TargetStateProps) {
	const { last, weeks } = queue;
	const isUnconsented = last?.outcome === 'unconsented';
	return (
		<>
			{(last || weeks.length > 0) && <QueueState target={target} queue={queue} />}
			{(isUnconsented || !isAllowed) && (
				<div class="offer">
					{!isUnconsented && <p>{i18n.t('lrs.unallowed')}</p>}
					<button type="button" class="main" onClick={onAllow}>
						{i18n.t('lrs.allow')}
					</button>
				</div>
			)}
		</>
	);
}

function QueueState({ target, queue: { last, weeks, nextAtMs } }: Pick<TargetStateProps, 'target' | 'queue'>) {
	const { count, locale } = pageFormat();
	const time = (ms: number) => new Date(ms).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' });
	return (
		<div class="target-state" role="status">
			{last && <p>{isEmpty(last) ? i18n.t('lrs.empty', [last.week]) : outcomeText(target, last, count)}</p>}
			{last?.outcome === 'sending' && (
				<progress aria-label={i18n.t(`${target}.title`)} value={last.doneCount} max={last.totalCount} />
			)}
			{last && last.outcome !== 'sending' && <p class="soft">{`${answerText(last)} ${time(last.atMs)}`}</p>}
			{last?.outcome === 'later' && last.status === null && <p class="soft">{i18n.t('lrs.unreachable')}</p>}
			{last?.outcome !== 'sending' && weeks.length > 0 && (
				<p class="soft">
					{i18n.t('lrs.waiting', [weeks.join(', ')])}{' '}
					{nextAtMs === null ? isStopped(last) && i18n.t('lrs.no_next') : i18n.t('lrs.next', [time(nextAtMs)])}
				</p>
			)}
		</div>
	);
}

/** Only the user can mend what was answered: nothing is tried again by itself. */
function isStopped(last: LastAnswer | null): boolean {
	return last?.outcome === 'refused' || last?.outcome === 'invalid';
}

/** A week without a course needs no answer. */
function isEmpty({ outcome, totalCount }: LastAnswer): boolean {
	return outcome === 'sent' && totalCount === 0;
}

function answerText(last: LastAnswer): string {
	if (last.outcome === 'unconsented' || isEmpty(last)) return '';
	return last.status === null ? i18n.t('lrs.no_answer') : i18n.t('lrs.answer', [String(last.status)]);
}

function outcomeText(target: 'lrs' | 'bucket', last: LastAnswer, count: (value: number) => string): string {
	const { outcome, week, doneCount, totalCount } = last;
	if (outcome === 'kept') return i18n.t('bucket.kept', [week]);
	return i18n.t(`${target}.outcome.${outcome}`, [week, count(doneCount), count(totalCount)]);
}
