import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { NowPlaying } from '@/utils/core/schema/media';

/** The current video: its decoded height, and its size on the page in device pixels. */
export function VideoLine({ video }: { readonly video: NowPlaying }) {
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
