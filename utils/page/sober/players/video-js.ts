import type { Meet, Player } from '@/utils/page/sober/player';

interface Playlist {
	readonly attributes?: {
		readonly BANDWIDTH?: number;
		readonly RESOLUTION?: { readonly width: number; readonly height: number };
	};
	disabled?: boolean;
}

/** The part of video.js's own HLS and DASH engine that is used: https://github.com/videojs/http-streaming#readme */
interface Vhs {
	readonly playlists?: {
		readonly main?: { readonly playlists?: readonly Playlist[] };
		media?(): Playlist | undefined;
	};
	readonly bandwidth?: number;
	/** Its own goals are settings of all videos of a page. */
	readonly playlistController_?: Partial<Record<'goalBufferLength' | 'bufferLowWaterLine', () => number>>;
}

/** The part of a video.js player that is used. */
export interface VideoJs {
	tech(warning: { IWillNotUseThisInPlugins: true }): { readonly vhs?: Vhs; el?(): Element } | null;
}

/** `player`: what video.js leaves on its own element. */
interface PlayerElement extends Element {
	readonly player?: VideoJs;
}

/** From this event on the video's qualities are known. */
const CHANGES = ['loadstart', 'loadedmetadata'] as const;

/** One for good, as what the learner has chosen must stay known. */
const known = new WeakMap<VideoJs, Player>();

/** Meets every video.js player by its element, whether or not its library has a global name. */
export function watchVideoJs(meet: Meet): () => void {
	const look = ({ target }: Event) => {
		if (!(target instanceof Element)) return;
		const videojs = (target.closest('.video-js') as PlayerElement | null)?.player;
		if (typeof videojs?.tech !== 'function') return;
		const player = known.get(videojs) ?? videoJsPlayer(videojs, target as HTMLMediaElement);
		known.set(videojs, player);
		meet(player);
	};
	const listening = new AbortController();
	for (const event of CHANGES) document.addEventListener(event, look, { capture: true, signal: listening.signal });
	for (const element of document.querySelectorAll('.video-js video')) look({ target: element } as unknown as Event);
	return () => listening.abort();
}

function linesOf({ attributes }: Playlist): number {
	const { width = 0, height = 0 } = attributes?.RESOLUTION ?? {};
	return Math.min(width, height);
}

/** A video.js player. A list that is marked `disabled` is not chosen any more, and what is loaded stays. */
export function videoJsPlayer(videojs: VideoJs, video: HTMLMediaElement): Player {
	let held: Playlist[] = [];
	let isChosenByHand = false;
	const vhs = () => videojs.tech({ IWillNotUseThisInPlugins: true })?.vhs;
	const lists = () => vhs()?.playlists?.main?.playlists ?? [];
	return {
		video: () => video,
		renditions: () => lists().map((list) => ({ lines: linesOf(list), bitsPerSecond: list.attributes?.BANDWIDTH ?? 0 })),
		cap(lines) {
			const all = lists();
			const mine = held.filter((list) => all.includes(list));
			// A quality menu has taken back what was held: the learner's choice.
			isChosenByHand ||= mine.some((list) => !list.disabled);
			for (const list of mine) delete list.disabled;
			held = [];
			if (lines === null || isChosenByHand) return;
			held = all.filter((list) => linesOf(list) > lines && !list.disabled);
			for (const list of held) list.disabled = true;
		},
		takenBitsPerSecond: () => vhs()?.playlists?.media?.()?.attributes?.BANDWIDTH ?? null,
		lineBitsPerSecond: () => vhs()?.bandwidth ?? null,
		holdAhead(seconds) {
			const controller = vhs()?.playlistController_;
			const { goalBufferLength: goal, bufferLowWaterLine: low } = controller ?? {};
			if (!controller || !goal || !low) return () => {};
			controller.goalBufferLength = () => Math.min(goal.call(controller), seconds);
			// With less than this ahead it takes no better quality.
			controller.bufferLowWaterLine = () => Math.min(low.call(controller), seconds / 2);
			return () => Object.assign(controller, { goalBufferLength: goal, bufferLowWaterLine: low });
		},
	};
}
