import type { RequestDetails } from '@/utils/core/measure/network-request';

/** Origin of the page or worker that made a request; null when the browser does not name it. */
export function requesterOrigin({ initiator, documentUrl, originUrl }: RequestDetails): string | null {
	const requester = initiator ?? documentUrl ?? originUrl;
	return requester && URL.canParse(requester) ? new URL(requester).origin : null;
}
