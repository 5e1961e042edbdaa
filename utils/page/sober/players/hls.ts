import { whenSet } from '@/utils/page/sober/global';
import { patch } from '@/utils/page/sober/patch';
import type { Meet, Player } from '@/utils/page/sober/player';
import { quietly } from '@/utils/page/world/wrap';

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

/** Any quality. */
const NO_CAP = -1;
/** After these events the list of qualities or the element is another one. */
const CHANGES = /^hls(ManifestParsed|LevelsUpdated|MediaAttached)$/;

const linesOf = ({ width = 0, height = 0 }: Level) => Math.min(width || height, height);

/** One for good: a second one would take the first one's cap for the page's own. */
const players = new WeakMap<Hls, Player>();

/**
 * Meets every hls.js player whose class has a global name. They say everything by `trigger`, so that one which began
 * before is met when it next does something.
 */
export function watchHls(meet: Meet): () => void {
	const met = new WeakSet<Hls>();
	let restore = () => {};
	const stop = whenSet('Hls', ({ prototype }: { prototype: { trigger: (event: string) => void } }) => {
		restore = patch(prototype, 'trigger', {
			apply(trigger, hls: Hls, args) {
				quietly(() => {
					const player = players.get(hls) ?? hlsPlayer(hls);
					players.set(hls, player);
					const isNew = !met.has(hls);
					// First, since a cap is an event too.
					met.add(hls);
					if (isNew || CHANGES.test(args[0])) meet(player);
				});
				return Reflect.apply(trigger, hls, args);
			},
		});
	});
	return () => {
		stop();
		restore();
	};
}

/** An hls.js player, its cap over the one that the page had set. */
export function hlsPlayer(hls: Hls): Player {
	let pageCap: number | null = null;
	const capOf = (lines: number) => hls.levels.findLastIndex((level) => linesOf(level) <= lines);
	return {
		video: () => hls.media,
		renditions: () => (hls.levels ?? []).map((level) => ({ lines: linesOf(level), bitsPerSecond: level.bitrate })),
		cap(lines) {
			pageCap ??= hls.autoLevelCapping;
			hls.autoLevelCapping = lines === null ? pageCap : Math.max(0, capOf(lines));
			if (lines === null) pageCap = null;
			else if (pageCap > NO_CAP) hls.autoLevelCapping = Math.min(pageCap, hls.autoLevelCapping);
		},
		takenBitsPerSecond: () => hls.levels[hls.loadLevel]?.bitrate ?? null,
		lineBitsPerSecond: () => hls.bandwidthEstimate || null,
		holdAhead(seconds) {
			const { config } = hls;
			const pageAheadS = config.maxMaxBufferLength;
			config.maxMaxBufferLength = Math.min(pageAheadS, seconds);
			return () => {
				config.maxMaxBufferLength = pageAheadS;
			};
		},
	};
}
