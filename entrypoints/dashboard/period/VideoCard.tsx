import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { MediaTotals } from '@/utils/core/schema/media-fields';

/** How videos were played: time by decoded height, and time that could not be seen. */
export function VideoCard({ media }: { readonly media: MediaTotals }) {
	const format = pageFormat();
	const heights = Object.entries(media.videoMsByHeight)
		.map(([height, ms]) => ({ height, ms }))
		.sort((a, b) => Number(b.height) - Number(a.height));
	const maxMs = Math.max(1, ...heights.map(({ ms }) => ms));
	const unseen = [
		media.oversizedMs > 0 && i18n.t('videos.oversized', [format.duration(media.oversizedMs)]),
		media.hiddenMs > 0 && i18n.t('videos.hidden', [format.duration(media.hiddenMs)]),
		media.offScreenMs > 0 && i18n.t('videos.off_screen', [format.duration(media.offScreenMs)]),
		media.unplayedBytes > 0 && i18n.t('videos.unplayed', [format.bytes(media.unplayedBytes)]),
	].filter((text) => typeof text === 'string');
	const players = Object.entries(media.msByPlayer)
		.sort(([, a], [, b]) => b - a)
		.map(([player, ms]) => `${playerName(player)} ${format.duration(ms)}`);
	return (
		<section class="card warm videos" aria-labelledby="videos-title">
			<h2 id="videos-title">{i18n.t('videos.title')}</h2>
			{heights.length === 0 ? (
				<p class="soft">{i18n.t('videos.none')}</p>
			) : (
				<>
					<dl class="heights">
						{heights.map(({ height, ms }) => (
							<div key={height}>
								<dt>{i18n.t('videos.height', [height])}</dt>
								<dd>
									<i aria-hidden="true" style={{ width: `${(ms / maxMs) * 100}%` }} />
									<span>{format.duration(ms)}</span>
								</dd>
							</div>
						))}
					</dl>
					{unseen.length > 0 ? (
						<ul class="unseen-videos">
							{unseen.map((text) => (
								<li key={text}>{text}</li>
							))}
						</ul>
					) : (
						<p class="soft">{i18n.t('videos.fits')}</p>
					)}
					{players.length > 0 && <p class="soft">{i18n.t('videos.players', [players.join(', ')])}</p>}
				</>
			)}
		</section>
	);
}

/** The player's own name; words for a plain element and for an unknown player. */
function playerName(player: string): string {
	if (player === 'native') return i18n.t('videos.native');
	return player === 'other' ? i18n.t('videos.other') : player;
}
