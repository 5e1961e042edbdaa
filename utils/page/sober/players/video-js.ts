import type { OnPlayer, Player } from '@/utils/page/sober/player';

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
	/** Goals of this player; the public settings hold for all players of a page. */
	readonly playlistController_?: Partial<Record<'goalBufferLength' | 'bufferLowWaterLine', () => number>>;
}

/** The part of a video.js player that is used. */
export interface VideoJs {
	tech(warning: { IWillNotUseThisInPlugins: true }): { readonly vhs?: Vhs; el?(): Element } | null;
}

/** video.js sets `player` on its own element. */
interface PlayerElement extends Element {
	readonly player?: VideoJs;
}

/** Events after which the video's qualities are known. */
const CHANGES = ['loadstart', 'loadedmetadata'] as const;

/** One adapter per player, ever: it remembers that the learner has chosen a quality. */
const known = new WeakMap<VideoJs, Player>();

/** Finds every video.js player by its element, whether or not the library has a global name. */
export function watchVideoJs(onPlayer: OnPlayer): () => void {
	const inspect = ({ target }: Pick<Event, 'target'>) => {
		if (!(target instanceof Element)) return;
		const videojs = (target.closest('.video-js') as PlayerElement | null)?.player;
		if (typeof videojs?.tech !== 'function') return;
		const player = known.get(videojs) ?? videoJsPlayer(videojs, target as HTMLMediaElement);
		known.set(videojs, player);
		onPlayer(player);
	};
	const listening = new AbortController();
	for (const event of CHANGES) document.addEventListener(event, inspect, { capture: true, signal: listening.signal });
	for (const element of document.querySelectorAll('.video-js video')) inspect({ target: element });
	return () => listening.abort();
}

function resolutionOf({ attributes }: Playlist): number {
	const { width = 0, height = 0 } = attributes?.RESOLUTION ?? {};
	return Math.min(width, height);
}

/** Adapter of a video.js player. It never chooses a playlist marked `disabled`; buffered segments stay. */
export function videoJsPlayer(videojs: VideoJs, video: HTMLMediaElement): Player {
	let disabledByUs: Playlist[] = [];
	let isChosenByUser = false;
	const vhs = () => videojs.tech({ IWillNotUseThisInPlugins: true })?.vhs;
	const playlists = () => vhs()?.playlists?.main?.playlists ?? [];
	return {
		video: () => video,
		renditions: () =>
			playlists().map((list) => ({ heightPx: resolutionOf(list), bitsPerSecond: list.attributes?.BANDWIDTH ?? 0 })),
		cap(heightPx) {
			const all = playlists();
			const present = disabledByUs.filter((list) => all.includes(list));
			// A quality menu has enabled one again: the learner's choice.
			isChosenByUser ||= present.some((list) => !list.disabled);
			for (const list of present) delete list.disabled;
			disabledByUs = [];
			if (heightPx === null || isChosenByUser) return;
			disabledByUs = all.filter((list) => resolutionOf(list) > heightPx && !list.disabled);
			for (const list of disabledByUs) list.disabled = true;
		},
		currentBitsPerSecond: () => vhs()?.playlists?.media?.()?.attributes?.BANDWIDTH ?? null,
		bandwidthBitsPerSecond: () => vhs()?.bandwidth ?? null,
		limitAhead(seconds) {
			const controller = vhs()?.playlistController_;
			const { goalBufferLength: goal, bufferLowWaterLine: low } = controller ?? {};
			if (!controller || !goal || !low) return () => {};
			controller.goalBufferLength = () => Math.min(goal.call(controller), seconds);
			// Below this mark it chooses no better quality.
			controller.bufferLowWaterLine = () => Math.min(low.call(controller), seconds / 2);
			return () => Object.assign(controller, { goalBufferLength: goal, bufferLowWaterLine: low });
		},
	};
}
