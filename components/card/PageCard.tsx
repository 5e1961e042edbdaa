import './card.css';
import './page-card.css';
import { i18n } from '#i18n';
import { KindBar, KindLegend } from '@/components/chart/KindBar';
import { LiveStrip } from '@/components/chart/LiveStrip';
import { perMinute } from '@/components/chart/strip-text';
import { pageFormat } from '@/components/layout/page-format';
import type { Strip, StripDrop } from '@/utils/core/recent/strip';
import type { NowPlaying } from '@/utils/core/schema/media';
import type { LiveVisit } from '@/utils/core/schema/visit';
import type { Format } from '@/utils/core/units/format';
import type { Range } from '@/utils/core/units/range';
import { sumTraffic } from '@/utils/core/visit/traffic';
import { qualityTexts } from './quality-texts';

export interface PageCardProps {
	readonly visit: Pick<LiveVisit, 'traffic' | 'nowPlaying'>;
	readonly co2eGrams: Range;
	/** The last two minutes; absent where nothing is under way. */
	readonly strip?: Strip | null;
	/** The lower resolution that was last seen; null for none. */
	readonly drop?: StripDrop | null;
}

/** What the page has received and sent so far. */
export function PageCard({ visit: { traffic, nowPlaying }, co2eGrams, strip, drop }: PageCardProps) {
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
			{strip && <LiveStrip strip={strip} />}
			<div class="video-place">
				{(nowPlaying || drop) && <VideoLine video={nowPlaying} drop={drop ?? null} />}
				{strip && strip.bytesPerMinute !== null && <p class="rate">{perMinute(strip.bytesPerMinute, format)}</p>}
			</div>
		</section>
	);
}

/** The current video: what a lower resolution has changed, or its decoded height and its size on the page in device pixels. */
function VideoLine({ video, drop }: { readonly video: NowPlaying | null; readonly drop: StripDrop | null }) {
	const format = pageFormat();
	const isUnseen = video?.isHidden || video?.isOffScreen;
	return (
		<p class="video">
			<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
				<rect x="1" y="2.5" width="14" height="11" rx="2" fill="none" stroke="currentColor" stroke-width="1.5" />
				<path d="M6.5 5.5v5l4-2.5z" fill="currentColor" />
			</svg>
			<span>{drop && !isUnseen ? dropText(drop, format) : video && videoText(video, format)}</span>
		</p>
	);
}

function videoText(video: NowPlaying, format: Format): string {
	const height = String(video.decodedHeightPx);
	if (video.isHidden) return i18n.t('video.hidden', [height]);
	if (video.isOffScreen) return i18n.t('video.off_screen', [height]);
	return i18n.t('video.size', [height, format.count(video.shownWidthPx), format.count(video.shownHeightPx)]);
}

function dropText({ linesBefore, lines, bytesPerMinuteBefore }: StripDrop, format: Format): string {
	const words = [String(linesBefore), String(lines)] as const;
	if (bytesPerMinuteBefore === null) return i18n.t('strip.drop', [...words]);
	return i18n.t('strip.drop_from', [...words, perMinute(bytesPerMinuteBefore, format)]);
}
