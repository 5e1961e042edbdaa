import { quietly } from '@/utils/page/quietly';
import { patch } from '@/utils/page/sober/patch';
import type { OnPlayer, Player } from '@/utils/page/sober/player';
import { whenSet } from '@/utils/page/sober/when-set';
import { apply } from '@/utils/page/world/natives';

interface Level {
	readonly width?: number;
	readonly height?: number;
	readonly bitrate: number;
}

/** The parts of an hls.js player that are used: https://github.com/video-dev/hls.js/blob/master/docs/API.md */
interface Hls {
	readonly levels: readonly Level[];
	readonly media: HTMLMediaElement | null;
	readonly loadLevel: number;
	readonly bandwidthEstimate: number;
	readonly config: { maxMaxBufferLength: number };
	autoLevelCapping: number;
}

/** `autoLevelCapping`: any quality. */
const NO_CAP = -1;
/** Events after which the qualities or the element have changed. */
const CHANGES = /^hls(ManifestParsed|LevelsUpdated|MediaAttached)$/;

const resolutionOf = ({ width = 0, height = 0 }: Level) => Math.min(width || height, height);

/** One adapter per player, ever: a second one would mistake our cap for the page's. */
const players = new WeakMap<Hls, Player>();

/**
 * Finds every hls.js player whose class has a global name. They dispatch all events by `trigger`, so a player that was created
 * before is found at its next event.
 */
export function watchHls(onPlayer: OnPlayer): () => void {
	const found = new WeakSet<Hls>();
	let restore = () => {};
	const stop = whenSet('Hls', ({ prototype }: { prototype: { trigger: (event: string) => void } }) => {
		// A page may have a function of its own under this name until hls.js is there.
		if (!prototype.trigger) throw new TypeError('Not hls.js.');
		restore = patch(prototype, 'trigger', {
			apply(trigger, hls: Hls, args) {
				quietly(() => {
					const player = players.get(hls) ?? hlsPlayer(hls);
					players.set(hls, player);
					const isNew = !found.has(hls);
					// Before `onPlayer`, whose cap triggers an event too.
					found.add(hls);
					if (isNew || CHANGES.test(args[0])) onPlayer(player);
				});
				return apply(trigger, hls, args);
			},
		});
	});
	return () => {
		stop();
		restore();
	};
}

/** Adapter of an hls.js player. Our cap never exceeds the one that the page has set. */
export function hlsPlayer(hls: Hls): Player {
	let pageCap: number | null = null;
	const levelOf = (heightPx: number) => hls.levels.findLastIndex((level) => resolutionOf(level) <= heightPx);
	return {
		video: () => hls.media,
		renditions: () =>
			(hls.levels ?? []).map((level) => ({ heightPx: resolutionOf(level), bitsPerSecond: level.bitrate })),
		cap(heightPx) {
			pageCap ??= hls.autoLevelCapping;
			const ourCap = heightPx === null ? NO_CAP : Math.max(0, levelOf(heightPx));
			const caps = [pageCap, ourCap].filter((level) => level > NO_CAP);
			hls.autoLevelCapping = caps.length > 0 ? Math.min(...caps) : NO_CAP;
			if (heightPx === null) pageCap = null;
		},
		currentBitsPerSecond: () => hls.levels[hls.loadLevel]?.bitrate ?? null,
		bandwidthBitsPerSecond: () => hls.bandwidthEstimate || null,
		limitAhead(seconds) {
			const { config } = hls;
			const pageAheadS = config.maxMaxBufferLength;
			config.maxMaxBufferLength = Math.min(pageAheadS, seconds);
			return () => {
				config.maxMaxBufferLength = pageAheadS;
			};
		},
	};
}
