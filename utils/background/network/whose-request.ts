import { addressKey } from '@/utils/core/measure/address-key';
import type { RequestDetails } from '@/utils/core/measure/network-request';
import { headerValue } from '@/utils/core/measure/response-size';
import type { VisitState } from '@/utils/core/measure/visit-state';

/** The visits under way, those that ended a moment ago included. */
export interface KnownVisits {
	/** All of them, in the order in which they began. */
	readonly all: readonly VisitState[];
	/** The current visit of a tab. */
	currentOf(tabId: number): VisitState | undefined;
}

/** The visit that a request belongs to; null when its page has not spoken yet, or is not followed. */
export function whoseRequest(details: RequestDetails, visits: KnownVisits): VisitState | null {
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
 * Firefox has no document ids, but says the page that asked, and of a frame the pages above it: what a page left behind ends after it has
 * gone. It names no tab for what breaks off because its tab is closed.
 */
function whoseDocument(details: RequestDetails, visits: KnownVisits): VisitState | null {
	const { frameId, tabId, documentUrl, frameAncestors = [] } = details;
	const topUrl = frameId === 0 ? documentUrl : frameAncestors.at(-1)?.url;
	if (topUrl === undefined) return null;
	const key = addressKey(topUrl);
	const isOfTab = (visit: VisitState) => (tabId < 0 ? !visits.currentOf(visit.tabId) : visit.tabId === tabId);
	return visits.all.findLast((visit) => visit.documentKey === key && isOfTab(visit)) ?? null;
}

/** A page that is left while it loads: its navigation ends after its visit. */
function whoseNavigation(details: RequestDetails, visits: KnownVisits, current: VisitState | null): VisitState | null {
	if (current && isOfPage(details, current)) return current;
	if (details.error === undefined) return null;
	const key = addressKey(details.url);
	const isLeft = (visit: VisitState) => visit.tabId === details.tabId && visit.endedAtMs !== null;
	return visits.all.findLast((visit) => isLeft(visit) && visit.documentKey === key && !visit.isDocumentCounted) ?? null;
}

/** While fetches rain Firefox is not asked to name the tab (`NetworkWatch`): the page's address tells, or that of who asked for a download. */
function whoseTablessNavigation(details: RequestDetails, visits: KnownVisits): VisitState | null {
	const asker = details.originUrl === undefined ? null : addressKey(details.originUrl);
	const isOf = isDownload(details)
		? ({ documentKey }: VisitState) => documentKey === asker
		: (visit: VisitState) => isDocumentOf(details, visit);
	return visits.all.findLast((visit) => visits.currentOf(visit.tabId) === visit && isOf(visit)) ?? null;
}

/** A navigation's own request belongs to the page it brings, unless it brings none: a download belongs to the page left open. */
function isOfPage(details: RequestDetails, visit: VisitState): boolean {
	return isDownload(details) || isDocumentOf(details, visit);
}

function isDownload({ responseHeaders = [] }: RequestDetails): boolean {
	return /^\s*attachment/i.test(headerValue(responseHeaders, 'content-disposition') ?? '');
}

function isDocumentOf({ url }: RequestDetails, { documentKey, isDocumentCounted }: VisitState): boolean {
	return !isDocumentCounted && documentKey === addressKey(url);
}

/** Origin of who asked, page or worker; null when the browser does not say. */
export function askerOrigin({ initiator, documentUrl, originUrl }: RequestDetails): string | null {
	const asker = initiator ?? documentUrl ?? originUrl;
	return asker && URL.canParse(asker) ? new URL(asker).origin : null;
}

/** Shared and service workers have no tab: theirs goes to the newest visit of the same origin. */
function whoseWorker(details: RequestDetails, visits: KnownVisits): VisitState | null {
	const origin = askerOrigin(details);
	if (origin === null) return null;
	const sameOrigin = visits.all.filter((visit) => visit.origin === origin && visits.currentOf(visit.tabId) === visit);
	return sameOrigin.sort((a, b) => b.startedAtMs - a.startedAtMs)[0] ?? null;
}
