/** The body of a page of Moodle or of a fork, whatever its theme. */
export const MOODLE_BODY = 'body[id^="page-"][class*="pagelayout-"]';

/** Where Moodle serves what people have uploaded. https://docs.moodle.org/dev/File_API */
const MOODLE_FILES = /\/(?:plugin|draft)file\.php\//;

const PLATFORM_FILES = [
	// Of those, what is no content of a course: pictures of accounts and of the theme, and the code of H5P.
	/file\.php\/\d+\/(?:user|theme_\w+|core_admin|(?:core_h5p|mod_hvp)\/(?:libraries|cachedassets))\//,
	// WordPress. https://developer.wordpress.org/plugins/plugin-basics/determining-plugin-and-content-directories/
	/\/wp-(?:includes|admin|json)\/|\/wp-content\/(?:plugins|themes|mu-plugins|cache)\//,
	// H5P, on any platform.
	/\/h5p\/(?:libraries|cachedassets)\//,
];

/** Whether a course author made the file at a path: what the platform itself brings is none of the author's. `isOnMoodle`: Moodle serves it. */
export function isAuthorsFile(path: string, isOnMoodle: boolean): boolean {
	if (PLATFORM_FILES.some((pattern) => pattern.test(path))) return false;
	return !isOnMoodle || MOODLE_FILES.test(path);
}
