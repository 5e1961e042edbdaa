import { quietly } from '@/utils/page/quietly';
import type { OnPlayer, Player } from '@/utils/page/sober/player';
import { whenSet } from '@/utils/page/sober/when-set';
import { apply, bare, NativeProxy } from '@/utils/page/world/natives';
import { proxyOf } from '@/utils/page/world/wrap';

interface Quality {
	readonly width?: number;
	readonly height?: number;
	readonly bandwidth: number;
}

interface AdaptationSet extends Partial<Quality> {
	readonly contentType?: string;
	readonly mimeType?: string;
	readonly Representation?: readonly Quality[];
}

interface Manifest {
	readonly Period?: readonly { readonly AdaptationSet?: readonly AdaptationSet[] }[];
}

interface Settings {
	readonly streaming: {
		readonly abr: { readonly maxBitrate: { readonly video: number } };
		readonly buffer: Readonly<Record<string, number>>;
	};
}

/** The parts of a dash.js player that are used: https://cdn.dashjs.org/latest/jsdoc/module-MediaPlayer.html */
export interface Dash {
	getVideoElement(): HTMLMediaElement | null;
	getSettings(): Settings;
	updateSettings(change: object): void;
	getAverageThroughput(type: string): number;
	getCurrentRepresentationForType?(
		type: string,
	): { readonly bandwidth: number; readonly segmentDuration?: number } | null;
	on(event: string, listener: (event: { data?: Manifest }) => void): void;
}

const BITS_PER_KILOBIT = 1000;
const NO_LIMIT_KBPS = -1;
/** The settings of how far ahead it loads. */
const AHEAD_SETTINGS = ['bufferTimeDefault', 'bufferTimeAtTopQuality', 'bufferTimeAtTopQualityLongForm'] as const;

const resolutionOf = ({ width = 0, height = 0 }: Partial<Quality>) => Math.min(width || height, height);

/** Finds every dash.js player that the page creates by the global name. */
export function watchDash(onPlayer: OnPlayer): () => void {
	return whenSet('dashjs', (dashjs: { MediaPlayer: () => { create: () => Dash } }) => {
		const MediaPlayer = proxyOf(dashjs.MediaPlayer, {
			apply(make, self, args) {
				const factory: { create: () => Dash } = apply(make, self, args);
				return {
					...factory,
					create: () => {
						const dash = factory.create();
						quietly(() => {
							const player = dashPlayer(dash, () => onPlayer(player));
							onPlayer(player);
						});
						return dash;
					},
				};
			},
		});
		// Its exports are getters without setters, so replace the whole library.
		return new NativeProxy(
			dashjs,
			bare({
				get: (target: typeof dashjs, name: keyof typeof dashjs) =>
					name === 'MediaPlayer' ? MediaPlayer : target[name],
			}),
		);
	});
}

/** Adapter of a dash.js player; `onChange` is called when it has read another manifest. */
export function dashPlayer(dash: Dash, onChange: () => void): Player {
	let qualities: readonly Quality[] = [];
	let pageKbps: number | null = null;
	dash.on('manifestLoaded', ({ data }) => {
		qualities = (data?.Period ?? [])
			.flatMap(({ AdaptationSet = [] }) => AdaptationSet)
			.filter(({ contentType, mimeType }) => /^video/.test(contentType ?? mimeType ?? ''))
			.flatMap(({ Representation = [], width, height }) =>
				Representation.map((quality) => ({ width, height, ...quality }) as Quality),
			);
		onChange();
	});
	/** The getters of dash.js throw while it has no element or no video. */
	const orNull = <Value>(read: () => Value): Value | null => {
		try {
			return read();
		} catch {
			return null;
		}
	};
	const current = () => orNull(() => dash.getCurrentRepresentationForType?.('video') ?? null);
	/** It loads a segment only once the whole segment fits into its goal. */
	const segmentSeconds = () => current()?.segmentDuration || 0;
	return {
		video: () => orNull(() => dash.getVideoElement()),
		renditions: () =>
			qualities.map((quality) => ({ heightPx: resolutionOf(quality), bitsPerSecond: quality.bandwidth })),
		cap(heightPx) {
			pageKbps ??= dash.getSettings().streaming.abr.maxBitrate.video;
			const allowed = qualities.filter((quality) => resolutionOf(quality) <= (heightPx ?? Number.POSITIVE_INFINITY));
			const kbps = Math.max(...allowed.map(({ bandwidth }) => bandwidth)) / BITS_PER_KILOBIT;
			const video = heightPx === null || (pageKbps > NO_LIMIT_KBPS && pageKbps < kbps) ? pageKbps : kbps;
			dash.updateSettings({ streaming: { abr: { maxBitrate: { video } } } });
			if (heightPx === null) pageKbps = null;
		},
		currentBitsPerSecond: () => current()?.bandwidth ?? null,
		bandwidthBitsPerSecond: () => dash.getAverageThroughput('video') * BITS_PER_KILOBIT || null,
		limitAhead(seconds) {
			const page = dash.getSettings().streaming.buffer;
			const set = (ahead: (name: string) => number | undefined) =>
				dash.updateSettings({
					streaming: { buffer: Object.fromEntries(AHEAD_SETTINGS.map((name) => [name, ahead(name)])) },
				});
			const before = { ...page };
			const aheadS = seconds + segmentSeconds();
			set((name) => Math.min(before[name] ?? aheadS, aheadS));
			return () => set((name) => before[name]);
		},
	};
}
