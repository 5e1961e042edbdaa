import type { Meet, Player } from '@/utils/page/sober/player';
import { choicesOf } from '@/utils/page/sober/sources';

/** The part of a Plyr player that is used: https://github.com/sampotts/plyr#api */
interface Plyr {
	readonly isHTML5: boolean;
	readonly config: { readonly quality: { readonly forced: boolean } };
}

/** What Plyr leaves on its element. Its `quality` changes the file, unlike that of the player, which also keeps it as the learner's wish. */
interface PlyrElement extends HTMLVideoElement {
	readonly plyr?: Plyr;
	quality?: number;
}

/** `ready` is Plyr's own. */
const CHANGES = ['loadstart', 'loadedmetadata', 'ready'] as const;

/** One for good for each element: Plyr makes a new one for another video. */
const known = new WeakMap<PlyrElement, Player>();

/** Meets every Plyr that plays a video of several files, by its element; one that plays by hls.js is met there. */
export function watchPlyr(meet: Meet): () => void {
	const look = ({ target }: Event) => {
		const video = target as PlyrElement;
		if (!video.plyr?.isHTML5 || video.plyr.config.quality.forced) return;
		const player = known.get(video) ?? plyrPlayer(video);
		known.set(video, player);
		if (player.renditions().length > 0) meet(player);
	};
	const listening = new AbortController();
	for (const event of CHANGES) document.addEventListener(event, look, { capture: true, signal: listening.signal });
	for (const video of document.querySelectorAll('.plyr video')) look({ target: video } as unknown as Event);
	return () => listening.abort();
}

/** A Plyr over files of one video. Their bitrates are not known. */
export function plyrPlayer(video: PlyrElement): Player {
	/** What the page or the learner had chosen, and what was given in its place. */
	let pageLines: number | null = null;
	let given: number | null = null;
	const taken = () => choicesOf(video).find(({ source }) => source.src === (video.src || video.currentSrc))?.lines;
	return {
		video: () => video,
		renditions: () => choicesOf(video).map(({ lines }) => ({ lines, bitsPerSecond: 0 })),
		cap(lines) {
			const now = taken();
			// Something else plays than what was given: chosen in the menu, it stands.
			if (now === undefined || (given !== null && now !== given)) return;
			pageLines ??= now;
			const most = Math.min(pageLines, lines ?? pageLines);
			const wanted = Math.max(...choicesOf(video).map((choice) => (choice.lines <= most ? choice.lines : 0)));
			if (wanted > 0 && wanted !== now) video.quality = wanted;
			given = lines === null ? null : wanted;
			if (lines === null) pageLines = null;
		},
		takenBitsPerSecond: () => null,
		lineBitsPerSecond: () => null,
		// The browser loads a file as it likes.
		holdAhead: () => () => {},
	};
}
