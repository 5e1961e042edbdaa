import type { OnPlayer, Player } from '@/utils/page/sober/player';
import { choicesOf } from '@/utils/page/sober/sources';

/** The part of a Plyr player that is used: https://github.com/sampotts/plyr#api */
interface Plyr {
	readonly isHTML5: boolean;
	readonly config: { readonly quality: { readonly forced: boolean } };
}

/** Properties that Plyr sets on its element. Its `quality` changes only the file; the player's also stores it as a preference. */
interface PlyrElement extends HTMLVideoElement {
	readonly plyr?: Plyr;
	quality?: number;
}

/** `ready` is an event of Plyr. */
const CHANGES = ['loadstart', 'loadedmetadata', 'ready'] as const;

/** One adapter per element, ever: Plyr creates a new player for another video. */
const known = new WeakMap<PlyrElement, Player>();

/** Finds by its element every Plyr that plays a video of several files; one that uses hls.js is found by `watchHls`. */
export function watchPlyr(onPlayer: OnPlayer): () => void {
	const inspect = ({ target }: Pick<Event, 'target'>) => {
		const video = target as PlyrElement;
		if (!video.plyr?.isHTML5 || video.plyr.config.quality.forced) return;
		const player = known.get(video) ?? plyrPlayer(video);
		known.set(video, player);
		if (player.renditions().length > 0) onPlayer(player);
	};
	const listening = new AbortController();
	for (const event of CHANGES) document.addEventListener(event, inspect, { capture: true, signal: listening.signal });
	for (const video of document.querySelectorAll('.plyr video')) inspect({ target: video });
	return () => listening.abort();
}

/** Adapter of a Plyr with several files of one video. Their bitrates are unknown. */
export function plyrPlayer(video: PlyrElement): Player {
	/** The resolution that the page or the learner had chosen, and the one that we have set instead. */
	let pagePx: number | null = null;
	let cappedPx: number | null = null;
	const current = () => choicesOf(video).find(({ source }) => source.src === (video.src || video.currentSrc))?.heightPx;
	return {
		video: () => video,
		renditions: () => choicesOf(video).map(({ heightPx }) => ({ heightPx, bitsPerSecond: 0 })),
		cap(heightPx) {
			const currentPx = current();
			// It plays another file than the one we set: the learner chose it in the menu, so it stands.
			if (currentPx === undefined || (cappedPx !== null && currentPx !== cappedPx)) return;
			pagePx ??= currentPx;
			const maxPx = Math.min(pagePx, heightPx ?? pagePx);
			const allowed = choicesOf(video).filter((choice) => choice.heightPx <= maxPx);
			const wantedPx = Math.max(0, ...allowed.map((choice) => choice.heightPx));
			if (wantedPx > 0 && wantedPx !== currentPx) video.quality = wantedPx;
			cappedPx = heightPx === null ? null : wantedPx;
			if (heightPx === null) pagePx = null;
		},
		currentBitsPerSecond: () => null,
		bandwidthBitsPerSecond: () => null,
		// The browser itself decides how much of a file it loads.
		limitAhead: () => () => {},
	};
}
