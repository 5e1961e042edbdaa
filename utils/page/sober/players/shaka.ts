import { whenSet } from '@/utils/page/sober/global';
import { patch } from '@/utils/page/sober/patch';
import type { Meet, Player } from '@/utils/page/sober/player';
import { quietly } from '@/utils/page/world/wrap';

interface Track {
	readonly active: boolean;
	readonly width: number | null;
	readonly height: number | null;
	readonly bandwidth: number;
}

interface Configuration {
	readonly abr: { readonly restrictions: { readonly maxHeight: number } };
	readonly streaming: { readonly bufferingGoal: number };
}

/** The parts of a Shaka player that are used: https://shaka-player-demo.appspot.com/docs/api/shaka.Player.html */
export interface Shaka {
	getMediaElement(): HTMLMediaElement | null;
	getVariantTracks(): readonly Track[];
	getConfiguration(): Configuration;
	configure(path: string, value: number): boolean;
	getStats(): { readonly estimatedBandwidth: number };
	addEventListener(type: string, listener: () => void): void;
}

type Prototype = Record<'load' | 'attach', () => unknown>;

/** Those that were met, for good: one that is met twice would take its cap for the page's own. */
const known = new WeakSet<Shaka>();

/** Meets every Shaka player when it is given an element or a video. */
export function watchShaka(meet: Meet): () => void {
	const restores: (() => void)[] = [];
	const begin = (shaka: Shaka) => {
		if (known.has(shaka)) return;
		known.add(shaka);
		const player = shakaPlayer(shaka);
		meet(player);
		// Not on `streaming`: it chooses its first track then, and finds none when it is configured meanwhile.
		shaka.addEventListener('trackschanged', () => meet(player));
	};
	const stop = whenSet('shaka', ({ Player }: { Player?: { prototype: Prototype } }) => {
		for (const name of ['attach', 'load'] as const) {
			if (!Player) continue;
			restores.push(
				patch(Player.prototype, name, {
					apply(call, shaka: Shaka, args) {
						quietly(() => begin(shaka));
						return Reflect.apply(call, shaka, args);
					},
				}),
			);
		}
	});
	return () => {
		stop();
		for (const restore of restores) restore();
	};
}

/** A Shaka player; its own restrictions hold for what it chooses by itself only. */
export function shakaPlayer(shaka: Shaka): Player {
	let pageHeight: number | null = null;
	return {
		video: () => shaka.getMediaElement(),
		renditions: () =>
			shaka.getVariantTracks().map(({ width, height, bandwidth }) => ({
				lines: Math.min(width ?? height ?? 0, height ?? 0),
				bitsPerSecond: bandwidth,
			})),
		cap(lines) {
			pageHeight ??= shaka.getConfiguration().abr.restrictions.maxHeight;
			shaka.configure('abr.restrictions.maxHeight', lines === null ? pageHeight : Math.min(pageHeight, lines));
			if (lines === null) pageHeight = null;
		},
		takenBitsPerSecond: () => shaka.getVariantTracks().find(({ active }) => active)?.bandwidth ?? null,
		lineBitsPerSecond: () => shaka.getStats().estimatedBandwidth || null,
		holdAhead(seconds) {
			const pageAheadS = shaka.getConfiguration().streaming.bufferingGoal;
			shaka.configure('streaming.bufferingGoal', Math.min(pageAheadS, seconds));
			return () => void shaka.configure('streaming.bufferingGoal', pageAheadS);
		},
	};
}
