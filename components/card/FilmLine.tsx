import { i18n } from '#i18n';
import { useFormat } from '@/components/layout/language';
import type { NowPlaying } from '@/utils/core/visit/now-playing';

/** The film that plays: the pixels decoded against the device pixels shown. */
export function FilmLine({ film }: { readonly film: NowPlaying }) {
	const format = useFormat();
	const height = String(film.decodedHeightPx);
	return (
		<p class="film">
			<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
				<rect x="1" y="2.5" width="14" height="11" rx="2" fill="none" stroke="currentColor" stroke-width="1.5" />
				<path d="M6.5 5.5v5l4-2.5z" fill="currentColor" />
			</svg>
			{film.isHidden || film.isOffScreen
				? i18n.t(film.isHidden ? 'film.hidden' : 'film.off_screen', [height])
				: i18n.t('film.size', [height, format.count(film.shownWidthPx), format.count(film.shownHeightPx)])}
		</p>
	);
}
