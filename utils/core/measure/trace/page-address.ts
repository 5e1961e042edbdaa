import { MAX_PATH_LENGTH } from '@/utils/core/schema/names';

/** Folders whose pages show people or what they wrote, whatever course they name: Moodle's own names and the usual ones. */
const PERSONAL =
	/\/(?:user|users|profile|profiles|people|member|members|participants?|account|message|messages|messaging|mail|inbox|grade|grades|gradebook|report|reports|badges|calendar|blog|notes|comment|search|my|login|logout|enrol|cohort|portfolio)(?:\/|$|\.\w+$)/i;
/** Parameters that name a person or somebody's answers. */
const PERSONAL_QUERY = /[?&](?:user|userid|user_id|u|uid|author|member|submission|sid)=/i;
/** Pages of answers that were given. */
const REVIEW = /\/review(?:question)?\.php$/i;
const REVIEW_QUERY = /[?&]action=(?:grad|view(?:all)?submission|editsubmission)/i;

/** Pages on which a course is made: nothing of them is loaded by learners. */
const EDITING =
	/\/(?:modedit|editsection|edit|edit_form|mod_form|management|completion)\.php$|\/(?:edit|wp-admin|admin|backup|question|contentbank|authoring|studio)(?:\/|$)/i;
const EDITING_QUERY = /[?&](?:edit=(?:1|on|true)|notifyeditingon=1|update=\d|add=\w)/i;

/** Whether a page shows people, their answers, or a form for editing the course: an audit keeps nothing of it. */
export function isOutsideAudit({ pathname, search }: URL): boolean {
	const isPersonal =
		PERSONAL.test(pathname) || PERSONAL_QUERY.test(search) || REVIEW_QUERY.test(search) || REVIEW.test(pathname);
	return isPersonal || EDITING.test(pathname) || EDITING_QUERY.test(search);
}

/** Parameters by which platforms tell pages of one path apart: Moodle's first, then ILIAS, Chamilo, WordPress and others. */
const PAGE_PARAMETERS = [
	...['id', 'cmid', 'd', 'f', 'chapterid', 'pageid', 'section', 'sectionid', 'page', 'scoid'],
	...['ref_id', 'obj_id', 'cid', 'lp_id', 'item_id', 'learnpath_id'],
	...['p', 'page_id', 'lesson', 'lesson_id', 'module', 'unit', 'topic', 'item', 'activity', 'chapter', 'slide'],
];
const PAGE_VALUE = /^[\w.-]{1,40}$/;

/** What of a page's query tells it from others of its path. It is never stored: see `AuditPage.code`. */
export function pageQuery({ searchParams }: URL): string {
	const told = PAGE_PARAMETERS.flatMap((name) => {
		const value = searchParams.get(name);
		return value !== null && PAGE_VALUE.test(value) ? [`${name}=${value}`] : [];
	});
	return told.join('&');
}

const MASK = '…';
/** A part of a path that is a key or a hash rather than a name: it may open the file to others. */
const SECRET = /^(?=.*\d)(?=.*[a-z])[\w-]{24,}$|^[\w-]{16,}(?:\.[\w-]{10,}){2}$|^(?=.*\d)[\da-f]{20,}$/i;
/** A mail address, or a person's folder. */
const PERSON = /@|%40|^~|^%7e/i;

/** Path of an address as an audit may keep it: without query and fragment, keys, mail addresses and the end of long ones. */
export function keptPath({ pathname }: URL): string {
	const parts = pathname.split('/').map((part) => (SECRET.test(part) || PERSON.test(part) ? MASK : part));
	const path = parts.join('/').replaceAll(/[\s?#]/g, MASK);
	if (path.length <= MAX_PATH_LENGTH) return path.startsWith('/') ? path : `/${path}`;
	const start = path.slice(0, MAX_PATH_LENGTH - 1);
	return `${start}${MASK}`;
}

/** The last two names of a host, as for frames: `isForeignFrame`. */
const siteOf = (host: string) => (/^[\d.]+$/.test(host) ? host : host.split('.').slice(-2).join('.'));

/** Whether a host is of another site than a page's. */
export function isOtherSite(host: string, pageHost: string): boolean {
	return siteOf(host) !== siteOf(pageHost);
}
