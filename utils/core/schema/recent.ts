/** What went on: a video played in sight, played out of sight, or none played; unknown where nothing tells, or not how many bytes came. */
export type SliceState = 'playing' | 'paused' | 'hidden' | 'unknown';

/** Five seconds of a visit. */
export interface Slice {
	/** Number of slices since 1970. */
	readonly step: number;
	readonly receivedBytes: number;
	readonly state: SliceState;
	/** Lines of the video; null while none plays. */
	readonly lines: number | null;
}

/** The last minutes of a visit under way; never stored. */
export interface Recent {
	readonly visitId: string;
	/** Totals of the visit when it was last seen. */
	readonly receivedBytes: number;
	readonly unknownCount: number;
	/** Without gaps, oldest first. */
	readonly slices: readonly Slice[];
}
