import { addressKey } from '@/utils/measure/address-key';
import type { VisitState } from '@/utils/measure/live-visit';
import type { RequestDetails } from '@/utils/measure/network-request';
import { headerValue } from '@/utils/measure/response-size';

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
	const current = visits.currentOf(details.tabId) ?? null;
	if (details.type === 'main_frame') return current && isOfPage(details, current) ? current : null;
	if (details.tabId < 0) return whoseWorker(details, visits);
	if (details.frameId === 0 && details.documentId) {
		return visits.all.findLast(({ documentId }) => documentId === details.documentId) ?? null;
	}
	return whoseDocument(details, visits) ?? current;
}

/** Firefox has no document ids, but says the page that asked: what a page left behind ends after it has gone. */
function whoseDocument({ frameId, tabId, documentUrl }: RequestDetails, visits: KnownVisits): VisitState | null {
	if (frameId !== 0 || documentUrl === undefined) return null;
	const key = addressKey(documentUrl);
	return visits.all.findLast((visit) => visit.tabId === tabId && visit.documentKey === key) ?? null;
}

/** A navigation's own request belongs to the page it brings, unless it brings none: a download belongs to the page left open. */
function isOfPage(details: RequestDetails, visit: VisitState): boolean {
	const disposition = headerValue(details.responseHeaders ?? [], 'content-disposition') ?? '';
	const staysOpen = /^\s*attachment/i.test(disposition);
	return staysOpen || (visit.documentKey === addressKey(details.url) && !visit.isDocumentCounted);
}

/** Shared and service workers have no tab: theirs goes to the newest visit of the same origin. */
function whoseWorker(details: RequestDetails, visits: KnownVisits): VisitState | null {
	const asker = details.initiator ?? details.documentUrl ?? details.originUrl;
	if (!asker || !URL.canParse(asker)) return null;
	const { origin } = new URL(asker);
	const sameOrigin = visits.all.filter((visit) => visit.origin === origin && visits.currentOf(visit.tabId) === visit);
	return sameOrigin.sort((a, b) => b.startedAtMs - a.startedAtMs)[0] ?? null;
}
