import type { DetectedPlace } from './read-place';

/** What one look at a page with the whole catalogue tells: the result of the injected `/detect.js`. */
export interface Detection {
	readonly place: DetectedPlace | null;
	/** True when the page's host is one of the platforms granted at install. */
	readonly isHosted: boolean;
}
