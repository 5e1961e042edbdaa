import type { Activity } from '@/utils/core/schema/names';

/**
 * One training platform, as plain data that survives JSON: the background can send a page the one entry that concerns it.
 * Whatever an entry leaves out is read the common way (`common-paths.ts`): most platforms put courses under `/course/` and
 * quizzes under `/quiz/`. Patterns are sources of regular expressions, written `/.../.source`.
 */
export interface Platform {
	/** Name as the publisher writes it. The id stored with figures is made from it, so it must not change. */
	readonly name: string;
	/** Hosts it is served from, as in match patterns: `*.udemy.com` also covers `udemy.com`. */
	readonly hosts?: readonly string[];
	/**
	 * Where it lives on a host that also serves other things, as the path of a match pattern (`/learning/*`). Such a host
	 * is not asked for at install.
	 */
	readonly path?: string;
	/** True for services that are used for much besides training: recognised once followed, but not asked for at install. */
	readonly isFollowedOnRequest?: boolean;
	/** Selector of what only its pages have, on any host; must match on no page that merely writes about the platform. */
	readonly mark?: string;
	/** Text that one of the page's own scripts must hold besides. */
	readonly markScript?: string;
	/** Pattern that the path must match besides. */
	readonly markPath?: string;
	/**
	 * Pattern whose first group is the course key, run on path and query; null when no key may be kept. Identifiers and
	 * catalogue slugs only: no names of people, share links or meeting codes.
	 */
	readonly course?: string | null;
	/** Selector and attribute that the course pattern is run on in place of the address, where the page has them. */
	readonly courseFrom?: readonly [selector: string, attribute: string];
	/** Selector of the course's name, `{key}` standing for the course key. */
	readonly label?: string;
	/** Attribute that holds the full name where the text is an abbreviation. */
	readonly labelAttribute?: string;
	/** Activity of all its pages, or by selector (first that matches) before the path is asked. */
	readonly activity?: Activity | Readonly<Partial<Record<Activity, string>>>;
	/** Selector and attribute whose hyphenated words stand in for the path when activities are read. */
	readonly activityFrom?: readonly [selector: string, attribute: string];
}

/** Id of a platform as stored with figures: its name in lower case with hyphens, `open-edx`. */
export function platformId({ name }: Platform): string {
	return name.toLowerCase().replace(/[^a-z\d]+/g, '-');
}
