import { quietly } from '@/utils/page/quietly';
import { patch } from '@/utils/page/sober/patch';
import type { OnPlayer, Player } from '@/utils/page/sober/player';
import { whenSet } from '@/utils/page/sober/when-set';
import { apply } from '@/utils/page/world/natives';

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

/** One adapter per player, ever: a second one would mistake our cap for the page's. */
const known = new WeakSet<Shaka>();

/** Finds every Shaka player when it is given an element or a video. */
export function watchShaka(onPlayer: OnPlayer): () => void {
	const restores: (() => void)[] = [];
	const register = (shaka: Shaka) => {
		if (known.has(shaka)) return;
		known.add(shaka);
		const player = shakaPlayer(shaka);
		onPlayer(player);
		// Not at `streaming`: if it is configured while it chooses its first track, it finds none.
		shaka.addEventListener('trackschanged', () => onPlayer(player));
	};
	const stop = whenSet('shaka', ({ Player }: { Player: { prototype: Record<'load' | 'attach', () => unknown> } }) => {
		// Without a player, the page has only reserved the name, or loaded another part first.
		const { prototype } = Player;
		for (const name of ['attach', 'load'] as const) {
			restores.push(
				patch(prototype, name, {
					apply(call, shaka: Shaka, args) {
						quietly(() => register(shaka));
						return apply(call, shaka, args);
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

/** Adapter of a Shaka player. `abr.restrictions` limit only its automatic choice. */
export function shakaPlayer(shaka: Shaka): Player {
	let pageMaxPx: number | null = null;
	return {
		video: () => shaka.getMediaElement(),
		renditions: () =>
			shaka.getVariantTracks().map(({ width, height, bandwidth }) => ({
				heightPx: Math.min(width ?? height ?? 0, height ?? 0),
				bitsPerSecond: bandwidth,
			})),
		cap(heightPx) {
			pageMaxPx ??= shaka.getConfiguration().abr.restrictions.maxHeight;
			shaka.configure('abr.restrictions.maxHeight', heightPx === null ? pageMaxPx : Math.min(pageMaxPx, heightPx));
			if (heightPx === null) pageMaxPx = null;
		},
		currentBitsPerSecond: () => shaka.getVariantTracks().find(({ active }) => active)?.bandwidth ?? null,
		bandwidthBitsPerSecond: () => shaka.getStats().estimatedBandwidth || null,
		limitAhead(seconds) {
			const pageAheadS = shaka.getConfiguration().streaming.bufferingGoal;
			shaka.configure('streaming.bufferingGoal', Math.min(pageAheadS, seconds));
			return () => void shaka.configure('streaming.bufferingGoal', pageAheadS);
		},
	};
}
