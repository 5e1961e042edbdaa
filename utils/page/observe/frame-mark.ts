/** Key on the isolated world's global of the frame's observer: two registrations may inject the script into one frame. */
export const FRAME_MARK = Symbol.for('sobrio');

/** The frame's observer as our other scripts in the same frame see it. */
export interface FrameMark {
	readonly isAlive: boolean;
	/** True once it has observed: an observer after it counts from its own start only. */
	readonly hasObserved: boolean;
	/** Random id of the frame's document. */
	readonly frameId: string;
	/** Start of the current visit on the clock of `performance`; 0 for the visit that loaded the document. */
	readonly sinceMs: number;
}
