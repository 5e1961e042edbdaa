/** Key on the isolated world's global of what observes a frame: two registrations may both inject into it. */
export const FRAME_MARK = Symbol.for('sobrio');

/** What observes a frame, as other scripts of ours in the same frame see it. */
export interface FrameMark {
	readonly isAlive: boolean;
	/** Random id of the frame's document. */
	readonly frameId: string;
	/** When its present visit began, on the clock of `performance`; 0 for the one that loaded the document. */
	readonly sinceMs: number;
}
