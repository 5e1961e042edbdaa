import { addressKey } from '@/utils/core/measure/address-key';
import type { RequestDetails } from '@/utils/core/measure/network-request';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { isHandedOver, whoseNavigationBegan } from './opened/handed-over';
import { requesterOrigin } from './requester';
import type { VisitRegistry } from './visit-registry';

/** The visit that a request belongs to; null when its page has not reported yet, or is not followed. */
export function whoseRequest(details: RequestDetails, visits: VisitRegistry): VisitState | null {
	const isNavigation = details.type === 'main_frame';
	const isFile = isHandedOver(details);
	const opener = visits.all.find(({ openRequests }) => openRequests[details.requestId] !== undefined);
	// In Firefox any navigation is held that has begun: the page that it opens owns it, not the page that requested it. A typed address,
	// a bookmark and a reload have no `originUrl` there.
	const isPage = details.originUrl !== undefined || details.error === undefined;
	const isHeld = opener?.openRequests[details.requestId]?.outlivesPage && isPage;
	if (opener && (isFile || !isHeld)) return opener;
	if (isFile) return whoseNavigationBegan(details, visits);
	if (details.tabId < 0 && isNavigation) return whoseTablessNavigation(details, visits);
	if (details.documentLifecycle === 'prerender') return whosePreparedPage(details, visits);
	const current = visits.currentOf(details.tabId) ?? null;
	if (isNavigation) return whoseNavigation(details, visits, current) ?? whoseWindow(details, visits);
	if (details.tabId < 0) return whoseDocument(details, visits) ?? whoseWorker(details, visits);
	if (isOfPage(details) && details.documentId) {
		const owner = visits.all.findLast(({ documentId }) => documentId === details.documentId);
		return owner ?? whoseWrittenPage(details, visits) ?? whoseWindow(details, visits);
	}
	const owner = whoseDocument(details, visits) ?? (isOfOther(details, current) ? null : current);
	return owner ?? whoseWindow(details, visits) ?? whoseLeftWorker(details, visits);
}

/** Whether a page itself made a request, none of its frames: one that is left, and one that was prepared, has another frame number in Chrome. */
function isOfPage({ frameId, frameType }: RequestDetails): boolean {
	return frameId === 0 || frameType === 'outermost_frame';
}

/**
 * Whether Chrome names another page as the one that made a request: the tab has left the page of its visit, which has not reported that.
 * The first requests of a page may come without the id of its document (seen on Chromium 156).
 */
function isOfOther({ frameId, initiator }: RequestDetails, visit: VisitState | null): boolean {
	if (frameId !== 0 || !visit || !initiator?.startsWith('http')) return false;
	return initiator !== visit.origin;
}

/** Firefox names only the address of the worker whose request breaks off as its page is left: it belongs to the tab's last visit of that origin. */
function whoseLeftWorker(details: RequestDetails, visits: VisitRegistry): VisitState | null {
	if (details.documentUrl === undefined || details.error === undefined) return null;
	const origin = requesterOrigin(details);
	return visits.all.findLast((visit) => visit.tabId === details.tabId && visit.origin === origin) ?? null;
}

/**
 * The visit whose page opened the window of a request, which shows a site that is not followed. A navigation leads there from a page of the
 * window that is not left yet, as the launch of a tool does.
 */
function whoseWindow({ tabId, type }: RequestDetails, visits: VisitRegistry): VisitState | null {
	const ownerId = visits.windows.ownerOf(tabId);
	if (ownerId === null || (type !== 'main_frame' && visits.currentOf(tabId))) return null;
	return visits.currentOf(ownerId) ?? null;
}

/** The requests of a page that Chrome prepares wait until it is shown: the tab's visit is that of the page before. */
function whosePreparedPage({ documentId }: RequestDetails, visits: VisitRegistry): VisitState | null {
	if (!documentId) return null;
	return visits.all.findLast((visit) => visit.documentId === documentId) ?? null;
}

/**
 * Firefox has no document ids, but names the page that made the request, and for a frame the pages above it: requests of a page may end
 * after it was left. It names no tab for requests that fail because their tab was closed.
 */
function whoseDocument(details: RequestDetails, visits: VisitRegistry): VisitState | null {
	const { frameId, tabId, documentUrl, frameAncestors = [] } = details;
	const topUrl = frameId === 0 ? documentUrl : frameAncestors.at(-1)?.url;
	if (topUrl === undefined) return null;
	const key = addressKey(topUrl);
	const isOfTab = (visit: VisitState) => (tabId < 0 ? !visits.currentOf(visit.tabId) : visit.tabId === tabId);
	return visits.all.findLast((visit) => visit.documentKey === key && isOfTab(visit)) ?? null;
}

/** Firefox: an empty window into which the page that opened it has written has the address of that page, and no visit of its own. */
function whoseWrittenPage({ tabId, documentUrl }: RequestDetails, visits: VisitRegistry): VisitState | null {
	if (documentUrl === undefined || visits.currentOf(tabId)) return null;
	const key = addressKey(documentUrl);
	const openerId = visits.windows.openerOf(tabId);
	return visits.all.findLast((visit) => visit.tabId === openerId && visit.documentKey === key) ?? null;
}

/** A page that is left while it loads, or before the events of its time come from a browser that starts the background again: its navigation ends after its visit. */
function whoseNavigation(
	details: RequestDetails,
	visits: VisitRegistry,
	current: VisitState | null,
): VisitState | null {
	if (current && isDocumentOf(details, current)) return current;
	const isOfItsTime = ({ endedAtMs }: VisitState) =>
		endedAtMs !== null && (details.error !== undefined || details.timeStamp < endedAtMs);
	const isLeft = (visit: VisitState) => visit.tabId === details.tabId && isOfItsTime(visit);
	return visits.all.findLast((visit) => isLeft(visit) && isDocumentOf(details, visit)) ?? null;
}

/** During a request burst Firefox names no tab (`NetworkWatch`): matches by the page's address. */
function whoseTablessNavigation(details: RequestDetails, visits: VisitRegistry): VisitState | null {
	const isOf = (visit: VisitState) => visits.currentOf(visit.tabId) === visit && isDocumentOf(details, visit);
	return visits.all.findLast(isOf) ?? null;
}

function isDocumentOf({ url }: RequestDetails, { documentKey, isDocumentCounted }: VisitState): boolean {
	return !isDocumentCounted && documentKey === addressKey(url);
}

/**
 * Requests of shared and service workers, which have no tab, belong to the newest visit of the same origin that is under way. Where there
 * is none, the last tab was closed: what its workers were receiving in Firefox has no tab either. While a page opens, the requests of its
 * service worker wait for it.
 */
function whoseWorker(details: RequestDetails, visits: VisitRegistry): VisitState | null {
	const origin = requesterOrigin(details);
	if (origin === null) return null;
	const sameOrigin = visits.all.filter((visit) => visit.origin === origin);
	const [newest] = sameOrigin.filter(visits.isCurrent, visits).sort((a, b) => b.startedAtMs - a.startedAtMs);
	return newest ?? sameOrigin.findLast(visits.isClosed, visits) ?? null;
}
