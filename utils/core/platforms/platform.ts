import type { Activity } from '@/utils/core/schema/names';

/**
 * One training platform, as plain data that survives JSON, so that the background can pass it to a script in the page. Fields
 * that an entry leaves out have the defaults of `common-paths.ts`: most platforms put courses under `/course/` and quizzes
 * under `/quiz/`. A "pattern" is the source of a regular expression, written `/.../.source`.
 */
export interface Platform {
	/** Name as the publisher writes it. The id stored with figures is made from it, so it must not change. */
	readonly name: string;
	/** Its hosts, as in match patterns: `*.udemy.com` also covers `udemy.com`. */
	readonly hosts?: readonly string[];
	/**
	 * Its part of a host that also serves other things, as the path of a match pattern (`/learning/*`). Such a host is
	 * not followed with all known platforms, only one by one.
	 */
	readonly path?: string;
	/** True for services with many uses besides training: measured only once the user follows them. */
	readonly isFollowedOnRequest?: boolean;
	/** Selector that only its pages match, on any host. It must not match a page that merely mentions the platform. */
	readonly mark?: string;
	/** Text that an inline script must contain in addition. */
	readonly markScript?: string;
	/** Pattern that the path must match in addition. */
	readonly markPath?: string;
	/**
	 * Pattern whose first group is the course key, applied to path and query; null when no key may be stored. Only identifiers
	 * and catalogue slugs: no names of people, share links or meeting codes.
	 */
	readonly course?: string | null;
	/** Selector and attribute to which the course pattern is applied instead of the address, if the page has them. */
	readonly courseFrom?: readonly [selector: string, attribute: string];
	/**
	 * Pattern whose first group is the path under which the platform is installed, applied to the path: two installations on one host,
	 * `/2025` and `/2026`, have different courses of the same number.
	 */
	readonly base?: string;
	/** Selector and attribute to which the base pattern is applied instead of the path. */
	readonly baseFrom?: readonly [selector: string, attribute: string];
	/** Selector of the course's name; `{key}` stands for the course key. */
	readonly label?: string;
	/** Attribute with the full name, where the text is an abbreviation. */
	readonly labelAttribute?: string;
	/** Activity of all its pages; or selectors by activity, tried in order before the path. */
	readonly activity?: Activity | Readonly<Partial<Record<Activity, string>>>;
	/** Selector and attribute whose hyphenated words are used as path segments to find the activity. */
	readonly activityFrom?: readonly [selector: string, attribute: string];
}

/** Id of a platform as stored with figures: its name in lower case with hyphens, `open-edx`. */
export function platformId({ name }: Platform): string {
	return name.toLowerCase().replace(/[^a-z\d]+/g, '-');
}
