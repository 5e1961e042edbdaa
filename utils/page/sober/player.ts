import type { Rendition } from './cap';

/** A video player of the page, as far as sober mode speaks to it. */
export interface Player {
	/** Where it plays; null while it has no element. */
	video(): HTMLMediaElement | null;
	/** What it offers; empty while it does not know. */
	renditions(): readonly Rendition[];
	/** Lets it choose by itself up to so many lines; null is as the page had set it. What the learner chooses by hand stands. */
	cap(lines: number | null): void;
	/** Bits a second of the quality that it takes now; null while unknown. */
	takenBitsPerSecond(): number | null;
	/** Speed of the line as it has measured it, bits a second; null while unknown. */
	lineBitsPerSecond(): number | null;
	/** Keeps what it loads ahead to so many seconds, if that is less than it would, until the returned function is called. */
	holdAhead(seconds: number): () => void;
}

/** Tells of a player when it is met, and again when its qualities have changed. */
export type Meet = (player: Player) => void;
