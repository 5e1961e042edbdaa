import { requesterOrigin } from '@/utils/background/visits/requester';
import type { NetworkFact, RequestDetails } from '@/utils/core/measure/network-request';

/** A network event whose page has no visit yet. */
export interface PendingEvent {
	readonly details: RequestDetails;
	readonly fact: NetworkFact;
}

/** The event with what `PendingEvents` reads of it: origins in place of addresses, and no headers. */
export function withoutAddresses({ details, fact }: PendingEvent): PendingEvent {
	const { requestId, method, type, tabId, frameId, timeStamp, documentId, documentLifecycle, frameType } = details;
	const initiator = requesterOrigin(details) ?? undefined;
	const url = new URL(details.url).origin;
	const chrome = { documentId, documentLifecycle, frameType };
	return { details: { requestId, url, method, type, tabId, frameId, timeStamp, initiator, ...chrome }, fact };
}
