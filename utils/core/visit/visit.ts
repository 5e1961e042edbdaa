import type { MediaTotals } from './media';
import type { NowPlaying } from './now-playing';
import type { Traffic } from './traffic';
import type { Waste } from './waste';

/** What the learner does on the page, as the platform tells it. */
export const ACTIVITIES = [
	'page',
	'video',
	'quiz',
	'forum',
	'assignment',
	'scorm',
	'h5p',
	'document',
	'class',
	'other',
] as const;

/** One of {@link ACTIVITIES}; `class` is a live video class. */
export type Activity = (typeof ACTIVITIES)[number];

/** Where a page stands: platform, course and activity. A platform page outside any course has the key ''. */
export interface CourseContext {
	/** Id from the catalogue of `utils/core/platforms`, or 'site' for a site that the user follows and nobody knows. */
	readonly platform: string;
	/** The platform's own key of the course (an opaque id, never a path or query); '' outside a course. */
	readonly courseKey: string;
	readonly activity: Activity;
}

/** A place as the catalogue reads it on a page, with the course's name where the page shows one. */
export interface ObservedContext extends CourseContext {
	readonly courseLabel: string | null;
}

/** One stay on one page of one course, as stored. Nothing here is an address, a name or a text of the page. */
export interface Visit extends CourseContext {
	/** Random id made by the page's content script. */
	readonly id: string;
	/** Local day, `YYYY-MM-DD`; a visit that crosses midnight becomes two. */
	readonly day: string;
	readonly startedAtMs: number;
	readonly host: string;
	/** Time with the page visible and focused, or with media playing. */
	readonly activeMs: number;
	readonly traffic: Traffic;
	readonly media: MediaTotals;
	/** Absent where nothing was found. */
	readonly waste?: Waste;
}

/** All visits of one day to one course and activity kind, added up. */
export interface DayTotal extends CourseContext {
	readonly day: string;
	readonly host: string;
	readonly visitCount: number;
	readonly activeMs: number;
	readonly traffic: Traffic;
	readonly media: MediaTotals;
	/** Absent where nothing was found. */
	readonly waste?: Waste;
}

/** The name a course had when it was last seen; figures refer to it by host and key, so a renamed course keeps them. */
export interface Course {
	readonly host: string;
	readonly courseKey: string;
	readonly platform: string;
	readonly label: string;
	readonly lastDay: string;
}

/** The visit that is under way in a tab, with what only the moment knows. */
export interface LiveVisit extends Visit {
	readonly courseLabel: string | null;
	readonly nowPlaying: NowPlaying | null;
}
