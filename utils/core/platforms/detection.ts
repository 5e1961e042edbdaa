import type { DetectedContext } from './read-context';

/** What one look at a page with the whole catalogue tells: a platform, or none, and whether its host is known at install. */
export interface Detection {
	readonly place: DetectedContext | null;
	/** True when the page's host is one of the platforms granted at install. */
	readonly isHosted: boolean;
	/** True when the platform of that host has only a part of it. */
	readonly isShared: boolean;
}
