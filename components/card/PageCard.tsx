import './card.css';
import './page-card.css';
import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { KindBar, KindLegend } from '@/components/chart/KindBar';
import { pageFormat } from '@/components/layout/page-format';
import type { NowPlaying } from '@/utils/core/schema/media';
import type { LiveVisit } from '@/utils/core/schema/visit';
import type { Range } from '@/utils/core/units/range';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { qualityTexts } from './quality-texts';

export interface PageCardProps {
	readonly visit: Pick<LiveVisit, 'traffic' | 'nowPlaying'>;
	readonly co2eGrams: Range;
	/** Lines below the current video: the offer to measure exactly. */
	readonly children?: ComponentChildren;
}

/** What the page has received and sent so far. */
export function PageCard({ visit: { traffic, nowPlaying }, co2eGrams, children }: PageCardProps) {
	const format = pageFormat();
	const total = sumTraffic(traffic);
	const quality = qualityTexts(total, format);
	return (
		<section class="card page" aria-labelledby="page-title">
			<div class="headline">
				<h2 id="page-title">{i18n.t('page.title')}</h2>
				<p class="figure">{format.bytes(total.receivedBytes)}</p>
				<p class="soft">
					<span>{format.grams(co2eGrams)}</span>
					{quality.length > 0 && <span>{quality.join(', ')}</span>}
				</p>
			</div>
			<KindBar traffic={traffic} />
			<KindLegend traffic={traffic} />
			<div class="video-place">{nowPlaying && <VideoLine video={nowPlaying} />}</div>
			{children}
		</section>
	);
}

/** The current video: its decoded height, and its size on the page in device pixels. */
function VideoLine({ video }: { readonly video: NowPlaying }) {
	const format = pageFormat();
	const height = String(video.decodedHeightPx);
	return (
		<p class="video">
			<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
				<rect x="1" y="2.5" width="14" height="11" rx="2" fill="none" stroke="currentColor" stroke-width="1.5" />
				<path d="M6.5 5.5v5l4-2.5z" fill="currentColor" />
			</svg>
			{video.isHidden || video.isOffScreen
				? i18n.t(video.isHidden ? 'video.hidden' : 'video.off_screen', [height])
				: i18n.t('video.size', [height, format.count(video.shownWidthPx), format.count(video.shownHeightPx)])}
		</p>
	);
}
