import { type MediaTotals, mapMedia, NO_MEDIA } from '@/utils/core/visit/media';
import type { NowPlaying } from '@/utils/core/visit/now-playing';
import { PLAYERS } from '@/utils/core/visit/player';
import { amount, fields, oneOf, Refusal, text } from './parse-values';

const MAX_PARTS = 100;
const MAX_HEIGHT_PX = 20_000;
/** Short names as RFC 6381 has them before the first dot: `avc1`, `av01`. */
const CODEC = /^[a-z0-9]{1,8}$/i;
const MAX_RATIO = 1_000_000;

const isPlayer = (name: string) => (PLAYERS as readonly string[]).includes(name);
const isHeight = (name: string) => /^\d+$/.test(name) && Number(name) <= MAX_HEIGHT_PX;
const isCodec = (name: string) => CODEC.test(name) && !(name in Object.prototype);

const PART_NAMES: Partial<Record<keyof MediaTotals, (name: string) => boolean>> = {
	videoMsByHeight: isHeight,
	unseenMsByHeight: isHeight,
	oversizedMsByHeight: isHeight,
	msByPlayer: isPlayer,
	videoMsByCodec: isCodec,
};

/** Media totals of a frame, which may hold none. */
export function parseMedia(value: unknown): MediaTotals {
	if (value === null) return NO_MEDIA;
	const said = fields(value);
	return mapMedia(
		(field) => amount(said[field]),
		(field) => {
			const parts = Object.entries(fields(said[field]));
			const isName = PART_NAMES[field];
			if (parts.length > MAX_PARTS || !parts.every(([name]) => isName?.(name))) throw new Refusal();
			return Object.fromEntries(parts.map(([name, ms]) => [name, amount(ms)]));
		},
	);
}

function orNull<Value>(value: unknown, parse: (value: unknown) => Value): Value | null {
	return value === null ? null : parse(value);
}

function ratio(value: unknown): number {
	if (typeof value !== 'number' || !(value >= 0 && value <= MAX_RATIO)) throw new Refusal();
	return value;
}

/** What plays in a frame at the moment; null for nothing. */
export function parseNowPlaying(value: unknown): NowPlaying | null {
	if (value === null) return null;
	const said = fields(value);
	return {
		decodedWidthPx: amount(said.decodedWidthPx),
		decodedHeightPx: amount(said.decodedHeightPx),
		shownWidthPx: amount(said.shownWidthPx),
		shownHeightPx: amount(said.shownHeightPx),
		isHidden: said.isHidden === true,
		isOffScreen: said.isOffScreen === true,
		oversizedMs: amount(said.oversizedMs),
		hiddenMs: amount(said.hiddenMs),
		offScreenMs: amount(said.offScreenMs),
		isMuted: said.isMuted === true,
		playbackRate: ratio(said.playbackRate),
		isSelfStarted: said.isSelfStarted === true,
		isNext: said.isNext === true,
		idleMs: amount(said.idleMs),
		player: oneOf(said.player, PLAYERS),
		hasCaptions: said.hasCaptions === true,
		isAdaptive: orNull(said.isAdaptive, (adaptive) => adaptive === true),
		codec: orNull(said.codec, (codec) => text(codec, CODEC)),
		bitsPerSecond: orNull(said.bitsPerSecond, amount),
		durationMs: orNull(said.durationMs, amount),
		watchedRatio: orNull(said.watchedRatio, ratio),
		replayedRatio: orNull(said.replayedRatio, ratio),
		skippedRatio: orNull(said.skippedRatio, ratio),
	};
}
