import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { LrsQueue } from '@/utils/core/delivery/lrs';

/** The result of the last transfer, and the weeks that wait. */
export function LrsState({ queue: { last, weeks, nextAtMs } }: { readonly queue: LrsQueue }) {
	const { count, locale } = pageFormat();
	const time = (ms: number) => new Date(ms).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' });
	if (!last) return null;
	const { outcome, status, week, atMs, doneCount, totalCount } = last;
	const answer = status === null ? i18n.t('lrs.no_answer') : i18n.t('lrs.answer', [String(status)]);
	return (
		<div class="lrs-state" role="status">
			<p>{i18n.t(`lrs.outcome.${outcome}`, [week, count(doneCount), count(totalCount)])}</p>
			{outcome === 'sending' ? (
				<progress aria-label={i18n.t('lrs.title')} value={doneCount} max={totalCount} />
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
