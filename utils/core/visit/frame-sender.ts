/** Who speaks, as the browser vouches for it. */
export interface FrameSender {
	readonly tabId: number;
	/** The browser's number of the frame in its tab; 0 at the top. */
	readonly frameNumber: number;
	readonly url: string;
	readonly documentId: string | null;
	readonly isTop: boolean;
}
