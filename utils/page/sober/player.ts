import type { Rendition } from './cap';

/** A video player of the page, as far as sober mode controls it. */
export interface Player {
	/** Its media element; null while it has none. */
	video(): HTMLMediaElement | null;
	/** The qualities it offers; empty while unknown. */
	renditions(): readonly Rendition[];
	/** Limits its automatic choice to this resolution; null restores the page's setting. The learner's own choice stands. */
	cap(heightPx: number | null): void;
	/** Bitrate of the quality that it loads now, bits per second; null while unknown. */
	currentBitsPerSecond(): number | null;
	/** Bandwidth that the player has measured, bits per second; null while unknown. */
	bandwidthBitsPerSecond(): number | null;
	/** Limits what it loads ahead to this many seconds, unless it loads less. The returned function restores the setting. */
	limitAhead(seconds: number): () => void;
}

/** Called when a player is found, and again when its qualities have changed. */
export type OnPlayer = (player: Player) => void;
