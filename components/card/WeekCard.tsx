import './card.css';
import './week-card.css';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { WeekBars } from '@/components/chart/WeekBars';
import { pageFormat } from '@/components/layout/page-format';
import type { Equivalence } from '@/utils/core/carbon/equivalence';
import type { WeekSummary } from '@/utils/core/stats/week';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { changeText } from './change-text';
import { gramsText } from './equivalence-text';

export interface WeekCardProps {
	readonly summary: WeekSummary;
	/** Local day, `YYYY-MM-DD`. */
	readonly today: string;
	/** Received bytes per hour of course / those of last week; null without enough of both. */
	readonly change: number | null;
	/** What the week's grams are comparable to, best first. */
	readonly equivalences: readonly Equivalence[];
	/** A line below the grams: the guessed equipment. */
	readonly children?: ComponentChildren;
}

/** As many as fit into the popup. */
const MAX_EQUIVALENCES = 2;

/** Today, and this week compared with the last. */
export function WeekCard({ summary, today, change, equivalences, children }: WeekCardProps) {
	const format = pageFormat();
	const { traffic, activeMs, media, estimate, visitCount } = summary.total;
	const weekBytes = format.bytes(sumTraffic(traffic).receivedBytes);
	const todayTraffic = summary.days.find(({ day }) => day === today)?.traffic;
	const todayBytes = todayTraffic && format.bytes(sumTraffic(todayTraffic).receivedBytes);
	const time = format.duration(activeMs);
	const videoShare = activeMs > 0 ? Math.min(1, media.videoMs / activeMs) : 0;
	return (
		<section class="card week" aria-labelledby="week-title">
			<div class="card-head">
				<h2 id="week-title">{i18n.t('week.this')}</h2>
				{visitCount > 0 && change !== null && (
					<p class={change < 1 ? 'change good' : 'change'}>{changeText(change, format)}</p>
				)}
			</div>
			{visitCount === 0 ? (
				<p class="soft">{i18n.t('week.none')}</p>
			) : (
				<div class="week-figures">
					<div class="amounts">
						<p>
							<strong class="figure">{weekBytes}</strong>{' '}
							{todayBytes && (
								<span class="soft">
									{todayBytes === weekBytes ? i18n.t('week.all_today') : i18n.t('week.today', [todayBytes])}
								</span>
							)}
						</p>
						<p class="soft">
							{videoShare > 0
								? i18n.t('week.time_video', [time, format.share(videoShare)])
								: i18n.t('week.time', [time])}
						</p>
						<details class="soft">
							<summary>{format.grams(estimate.co2eGrams)}</summary>
							<p>{gramsText(estimate.co2eGrams, equivalences.slice(0, MAX_EQUIVALENCES), format)}</p>
							{children}
						</details>
					</div>
					<WeekBars days={summary.days} today={today} />
				</div>
			)}
		</section>
	);
}
