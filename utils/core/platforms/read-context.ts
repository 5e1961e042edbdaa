import { courseLabelOf, MAX_OBSERVED_LABEL_LENGTH } from '@/utils/core/schema/label';
import type { Activity } from '@/utils/core/schema/names';
import type { DetectedContext } from '@/utils/core/schema/page-messages';
import { type Address, decodePart, matchesHost, parseAddress } from './address';
import { COURSE_ADDRESS } from './catalogue/course-address';
import { ACCOUNT_NAMES, ACTIVITY_WORDS, COURSE_LINK } from './common-paths';
import type { PageView } from './page-view';
import { type Platform, platformId } from './platform';

/** Maximum length of a course name, in UTF-16 units. */
export const LABEL_LENGTH = MAX_OBSERVED_LABEL_LENGTH;

/**
 * Letters, digits and the punctuation of known identifiers; no `@`, so that no mail address is taken for a course, but in Open edX's
 * `ccx-v1:org+course+run+ccx@3`.
 */
const COURSE_KEY = /^(?=.{1,100}$)[\p{L}\p{N}_.:+~-]+(?:\+ccx@\d+)?$/u;

function isServedFrom({ hosts, path }: Platform, address: Address): boolean {
	if (!hosts?.some((pattern) => matchesHost(pattern, address.host))) return false;
	return !path || new RegExp(`^${path.replaceAll('*', '.*')}`, 'i').test(address.path);
}

function isMarked({ mark, markScript, markPath = '' }: Platform, view: PageView, { path }: Address): boolean {
	if (!mark || !new RegExp(markPath, 'i').test(path) || !view.has(mark)) return false;
	return !markScript || view.inlineScriptIncludes(markScript);
}

function findCourseKey(
	{ course = COURSE_ADDRESS, courseFrom }: Platform,
	view: PageView,
	{ path, query }: Address,
): string {
	if (course === null) return '';
	const text = (courseFrom && view.attribute(...courseFrom)) ?? path + query;
	const found = new RegExp(course, 'i').exec(text)?.[1] ?? '';
	// Of a parameter it is still encoded: `course_id=course-v1%3AedX%2BDemoX%2B1`. Early ids of Open edX are `org/course/run`.
	const key = decodePart(found).replace(/^([\w.-]+)\/([\w.-]+)\/([\w.-]+)$/, '$1.$2.$3');
	return COURSE_KEY.test(key) ? key : '';
}

/** Path under which the platform is installed, `/2025`; '' for the root of its host. */
function findBase({ base, baseFrom }: Platform, view: PageView, { path }: Address): string {
	if (!base) return '';
	const text = baseFrom ? (view.attribute(...baseFrom) ?? '') : path;
	return new RegExp(base, 'i').exec(text)?.[1] ?? '';
}

/**
 * The key of a course on its host, which may have several installations: `:8443.2025.42`. Of a base path, folders of a person
 * (`/~martin`) are left out.
 */
function keyOnHost(port: string, base: string, courseKey: string): string {
	const folders = base.split('/').filter((folder) => folder && !folder.startsWith('~'));
	const key = [...(port ? [`:${port}`] : []), ...folders, courseKey].join('.');
	return courseKey && COURSE_KEY.test(key) ? key : courseKey;
}

function findCourseLabel(
	{ label = COURSE_LINK, labelAttribute }: Platform,
	view: PageView,
	courseKey: string,
): string | null {
	if (!courseKey) return null;
	const selector = label.replaceAll('{key}', courseKey);
	const found = (labelAttribute && view.attribute(selector, labelAttribute)) || view.text(selector);
	return found ? courseLabelOf(found, accountNames(view)) : null;
}

/** The names of the account that the page is open for, where it shows them: a course's name may contain one. */
export function accountNames(view: PageView): readonly string[] {
	// The name comes first where a menu or a role follows.
	return ACCOUNT_NAMES.map((selector) => view.text(selector)?.trim().split('\n')[0] ?? '');
}

function findActivity({ activity = {}, activityFrom }: Platform, view: PageView, path: string): Activity {
	if (typeof activity === 'string') return activity;
	const bySelector = Object.entries(activity).find(([, selector]) => view.has(selector))?.[0] as Activity | undefined;
	if (bySelector) return bySelector;
	const segments = (activityFrom && view.attribute(...activityFrom)?.replaceAll('-', '/')) ?? path;
	return ACTIVITY_WORDS.find(([, words]) => new RegExp(`/(${words})/`, 'i').test(`${segments}/`))?.[0] ?? 'page';
}

/**
 * The platform, course and activity of a page; null when it belongs to none of the platforms. Runs once per page or route: a
 * handful of selectors, well under a millisecond.
 */
export function readContext(view: PageView, platforms: readonly Platform[]): DetectedContext | null {
	const address = parseAddress(view.url);
	if (!address) return null;
	const platform =
		platforms.find((each) => isServedFrom(each, address)) ?? platforms.find((each) => isMarked(each, view, address));
	if (!platform) return null;
	const courseKey = findCourseKey(platform, view, address);
	const base = findBase(platform, view, address);
	const path = address.path.replace(base, '');
	return {
		platform: platformId(platform),
		platformName: platform.name,
		courseKey: keyOnHost(isServedFrom(platform, address) ? '' : address.port, base, courseKey),
		courseLabel: findCourseLabel(platform, view, courseKey),
		// The key of a course named "Testing" or "Video" must not be taken for the activity.
		activity: findActivity(platform, view, courseKey ? path.replace(courseKey, '') : path),
	};
}
