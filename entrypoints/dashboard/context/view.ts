import type { ComponentChild } from 'preact';

/** A view of the dashboard once its code is loaded. */
export interface View {
	render(): ComponentChild;
	/** Reads what the view shows, when it is opened and when its tab becomes visible again. */
	load?(): Promise<void>;
	/** Releases what the view holds when it is left. A view without it keeps its state until the page is closed. */
	close?(): void;
}
