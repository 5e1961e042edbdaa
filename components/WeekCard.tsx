import { i18n } from '#i18n';
import type { Equivalence } from '@/utils/carbon/equivalence';
import { sumTraffic } from '@/utils/measure/traffic';
import type { WeekSummary } from '@/utils/stats/week';
import { changeText } from './change-text';
import { equivalenceText } from './equivalence-text';
import { useFormat } from './language';
import { WeekBars } from './WeekBars';

export interface WeekCardProps {
	readonly summary: WeekSummary;
	/** Local day, `YYYY-MM-DD`. */
	readonly today: string;
	/** Received bytes / those of the same days last week; null when there is nothing to compare with. */
	readonly change: number | null;
	/** The comparison that fits the week's grams; null when none does. */
	readonly equivalence: Equivalence | null;
}

/** Today and this week against the last. */
export function WeekCard({ summary, today, change, equivalence }: WeekCardProps) {
	const format = useFormat();
	const { traffic, activeMs, media, estimate, visitCount } = summary.total;
	const todayTraffic = summary.days.find(({ day }) => day === today)?.traffic;
	const time = format.duration(activeMs);
	const videoShare = activeMs > 0 ? Math.min(1, media.videoMs / activeMs) : 0;
	return (
		<section class="card week" aria-labelledby="week-title">
			<h2 id="week-title">{i18n.t('week.this')}</h2>
			{visitCount === 0 ? (
				<p class="soft">{i18n.t('week.none')}</p>
			) : (
				<div class="week-figures">
					<div class="amounts">
						<p>
							<strong class="figure">{format.bytes(sumTraffic(traffic).receivedBytes)}</strong>{' '}
							{todayTraffic && (
								<span class="soft">{i18n.t('week.today', [format.bytes(sumTraffic(todayTraffic).receivedBytes)])}</span>
							)}
						</p>
						<p class="soft">
							{videoShare > 0
								? i18n.t('week.time_video', [time, format.share(videoShare)])
								: i18n.t('week.time', [time])}
						</p>
					</div>
					<WeekBars days={summary.days} today={today} />
					<p class="soft whole">
						{equivalence
							? i18n.t('equivalence.co2', [format.grams(estimate.co2eGrams), equivalenceText(equivalence, format)])
							: format.grams(estimate.co2eGrams)}
					</p>
					{change !== null && (
						<p class={change < 1 ? 'whole change good' : 'whole change'}>{changeText(change, format)}</p>
					)}
				</div>
			)}
		</section>
	);
}
