import { requesterOrigin } from '@/utils/background/visits/requester';
import type { TrackerRules } from '@/utils/background/visits/tracker-rules';
import type { VisitRegistry } from '@/utils/background/visits/visit-registry';
import { addressKey } from '@/utils/core/measure/address-key';
import { applyContext } from '@/utils/core/measure/apply-report';
import { noteWindowIn } from '@/utils/core/measure/fold/fold-windows';
import type { NetworkFact, RequestDetails } from '@/utils/core/measure/network-request';
import { headerValue } from '@/utils/core/measure/response-size';
import type { VisitState } from '@/utils/core/measure/visit-state';

/** Types of responses that a browser shows in the tab as a page, with our script in it. */
const SHOWN = /^\s*(text\/|image\/|video\/|audio\/|multipart\/|application\/([a-z.+]*xml|[a-z.+]*json|javascript))/i;
const OK = 200;

/**
 * Whether a navigation hands a file to the learner and opens no page: a download, or in Firefox a PDF, whose viewer is a page of the
 * browser. A response without a type is nearly always a file.
 */
export function isHandedOver({ type, statusCode, responseHeaders, originUrl }: RequestDetails): boolean {
	if (type !== 'main_frame' || !responseHeaders) return false;
	if (/^\s*attachment/i.test(headerValue(responseHeaders, 'content-disposition') ?? '')) return true;
	const contentType = headerValue(responseHeaders, 'content-type');
	if (contentType === null) return statusCode === OK && originUrl !== undefined;
	// Only Firefox names `originUrl`; Chrome's viewer is a page with our script in it.
	if (/^\s*application\/pdf/i.test(contentType)) return originUrl !== undefined;
	return !SHOWN.test(contentType);
}

/** The visit of the page that requested a navigation: in the same tab, in the tab that opened it, or elsewhere by its address. */
export function whoseNavigationBegan(details: RequestDetails, visits: VisitRegistry): VisitState | null {
	const { tabId, originUrl } = details;
	const current = visits.currentOf(tabId) ?? null;
	const origin = requesterOrigin(details);
	if (origin === null) return current;
	const key = originUrl === undefined ? null : addressKey(originUrl);
	const isRequester = ({ documentKey }: VisitState) => documentKey === key;
	const tabIds = [tabId, visits.windows.openerOf(tabId)];
	const near = visits.all.filter((visit) => tabIds.includes(visit.tabId) && visit.origin === origin);
	return near.findLast(isRequester) ?? near.at(-1) ?? current ?? visits.all.findLast(isRequester) ?? null;
}

/** The file of a navigation that has begun belongs to the page which requested it, although that may be left before the file has come. */
export function holdForFile(visit: VisitState, { requestId, url }: RequestDetails): void {
	const known = visit.openRequests[requestId] ?? { key: addressKey(url), wholeBytes: null };
	visit.openRequests[requestId] = { ...known, outlivesPage: true };
}

/** Firefox: a navigation begins, of which only the end shows whether it opens a page or hands over a file. */
export function noteNavigation(details: RequestDetails, visits: VisitRegistry, rules: TrackerRules): void {
	noteWindow(details, visits, rules);
	const visit = whoseNavigationBegan(details, visits);
	if (visit) holdForFile(visit, details);
}

/**
 * Notes whether a navigation shows a site that is not followed, in a tab that a page opened: see `OpenedWindows`. Returns the visit of the
 * page that opened a window on another host, where it is measured, there or by a visit of its own (the page's count of its windows holds it
 * too), or where its own host redirects it there.
 */
export function noteWindow(details: RequestDetails, visits: VisitRegistry, rules: TrackerRules): VisitState | null {
	const { windows } = visits;
	const { tabId, requestId, url, redirectUrl } = details;
	const openerId = windows.openerOf(tabId);
	const opener = openerId === null ? undefined : visits.currentOf(openerId);
	const isFollowed = rules.isFollowedPage(url);
	windows.noteNavigation(details, opener?.origin ?? null, isFollowed);
	if (!isFollowed && windows.ownerOf(tabId) === null) return null;
	// One that its own page leads on belongs to the page that opened it.
	const isLedOn =
		opener !== undefined && requesterOrigin(details) === opener.origin && windows.ownerOf(tabId) === openerId;
	const visit = whoseWindowBegan(details, visits) ?? (isLedOn ? opener : null);
	if (!visit) return null;
	const { host, seenWindows, redirectedWindows } = visit;
	const isElsewhere = (address: string) => new URL(address).hostname !== host;
	if (isElsewhere(url) || redirectedWindows.includes(requestId)) noteWindowIn(seenWindows, requestId);
	else if (redirectUrl && isElsewhere(redirectUrl)) noteWindowIn(redirectedWindows, requestId);
	else return null;
	return visit;
}

/** Notes a frame that its page's host redirects to another host: what it loads there is measured where another event of it comes. */
export function noteFrame({ requestId, url, redirectUrl }: RequestDetails, visit: VisitState): void {
	const { host, seenWindows, redirectedWindows } = visit;
	if (redirectedWindows.includes(requestId)) noteWindowIn(seenWindows, requestId);
	else if (redirectUrl && new URL(url).hostname === host && new URL(redirectUrl).hostname !== host)
		noteWindowIn(redirectedWindows, requestId);
}

/** The visit of the page that requested a navigation in another tab; null where it requested it in its own. */
function whoseWindowBegan(details: RequestDetails, visits: VisitRegistry): VisitState | null {
	const { tabId } = details;
	const origin = requesterOrigin(details);
	const ofOrigin = visits.all.filter((visit) => visit.origin === origin);
	// During a request burst Firefox names no tab.
	if (tabId < 0 || ofOrigin.some((visit) => visit.tabId === tabId)) return null;
	const openerId = visits.windows.openerOf(tabId);
	// Chrome does not tell who opened a window that is not a tab.
	const ofOpener = ofOrigin.findLast((visit) => visit.tabId === openerId);
	return ofOpener ?? ofOrigin.findLast((visit) => visits.isCurrent(visit)) ?? null;
}

/** A navigation has ended and belongs to `owner`: it does not hold the page any more that requested it. */
export function releaseNavigation(
	{ requestId }: RequestDetails,
	visits: VisitRegistry,
	owner: VisitState | null,
): void {
	for (const visit of visits.all) if (visit !== owner) delete visit.openRequests[requestId];
}

/**
 * A page that was opened from a course in a window of its own, such as a package, belongs to that course until it shows one itself; so
 * does a PDF, which shows none.
 */
export function inheritCourse(
	visit: VisitState,
	visits: VisitRegistry,
	events: readonly { readonly details: RequestDetails; readonly fact: NetworkFact }[],
): void {
	const isFile = events.some(({ details, fact }) => details.type === 'main_frame' && fact.kind === 'file');
	const tabIds = [isFile ? visit.tabId : null, visits.windows.openerOf(visit.tabId)];
	const opener = visits.all.findLast(
		(each) => each !== visit && tabIds.includes(each.tabId) && each.host === visit.host && !each.isHeld,
	);
	if (!opener?.courseKey) return;
	applyContext(visit, { ...opener, activity: isFile ? 'document' : 'page' });
}
