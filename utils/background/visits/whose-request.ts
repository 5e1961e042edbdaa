import { addressKey } from '@/utils/core/measure/address-key';
import type { RequestDetails } from '@/utils/core/measure/network-request';
import { headerValue } from '@/utils/core/measure/response-size';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { VisitRegistry } from './visit-registry';

/** The visit that a request belongs to; null when its page has not reported yet, or is not followed. */
export function whoseRequest(details: RequestDetails, visits: VisitRegistry): VisitState | null {
	const opener = visits.all.find(({ openRequests }) => openRequests[details.requestId] !== undefined);
	if (opener) return opener;
	const isNavigation = details.type === 'main_frame';
	if (details.tabId < 0 && isNavigation) return whoseTablessNavigation(details, visits);
	const current = visits.currentOf(details.tabId) ?? null;
	if (isNavigation) return whoseNavigation(details, visits, current);
	if (details.tabId < 0) return whoseDocument(details, visits) ?? whoseWorker(details, visits);
	if (details.frameId === 0 && details.documentId) {
		return visits.all.findLast(({ documentId }) => documentId === details.documentId) ?? null;
	}
	return whoseDocument(details, visits) ?? current;
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

/** A page that is left while it loads: its navigation ends after its visit. */
function whoseNavigation(
	details: RequestDetails,
	visits: VisitRegistry,
	current: VisitState | null,
): VisitState | null {
	if (current && isOfPage(details, current)) return current;
	if (details.error === undefined) return null;
	const key = addressKey(details.url);
	const isLeft = (visit: VisitState) => visit.tabId === details.tabId && visit.endedAtMs !== null;
	return visits.all.findLast((visit) => isLeft(visit) && visit.documentKey === key && !visit.isDocumentCounted) ?? null;
}

/** During a request burst Firefox names no tab (`NetworkWatch`): matches by the page's address, or by the origin of a download. */
function whoseTablessNavigation(details: RequestDetails, visits: VisitRegistry): VisitState | null {
	const requesterKey = details.originUrl === undefined ? null : addressKey(details.originUrl);
	const isOf = isDownload(details)
		? ({ documentKey }: VisitState) => documentKey === requesterKey
		: (visit: VisitState) => isDocumentOf(details, visit);
	return visits.all.findLast((visit) => visits.currentOf(visit.tabId) === visit && isOf(visit)) ?? null;
}

/** A navigation belongs to the page that it opens; a download opens none and belongs to the page that stays. */
function isOfPage(details: RequestDetails, visit: VisitState): boolean {
	return isDownload(details) || isDocumentOf(details, visit);
}

function isDownload({ responseHeaders = [] }: RequestDetails): boolean {
	return /^\s*attachment/i.test(headerValue(responseHeaders, 'content-disposition') ?? '');
}

function isDocumentOf({ url }: RequestDetails, { documentKey, isDocumentCounted }: VisitState): boolean {
	return !isDocumentCounted && documentKey === addressKey(url);
}

/** Origin of the page or worker that made a request; null when the browser does not name it. */
export function requesterOrigin({ initiator, documentUrl, originUrl }: RequestDetails): string | null {
	const requester = initiator ?? documentUrl ?? originUrl;
	return requester && URL.canParse(requester) ? new URL(requester).origin : null;
}

/** Requests of shared and service workers, which have no tab, belong to the newest visit of the same origin. */
function whoseWorker(details: RequestDetails, visits: VisitRegistry): VisitState | null {
	const origin = requesterOrigin(details);
	if (origin === null) return null;
	const sameOrigin = visits.all.filter((visit) => visit.origin === origin && visits.currentOf(visit.tabId) === visit);
	return sameOrigin.sort((a, b) => b.startedAtMs - a.startedAtMs)[0] ?? null;
}
