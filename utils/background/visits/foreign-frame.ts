import type { VisitState } from '@/utils/core/measure/visit-state';
import type { FrameSender } from '@/utils/core/schema/frame-messages';

/** The last two names of a host, which may be more than a site (`co.uk`), never less; the whole of an IP address. */
function siteOf(hostname: string): string {
	return /^[\d.]+$/.test(hostname) ? hostname : hostname.split('.').slice(-2).join('.');
}

/**
 * Whether a frame shows a document of another site than its page. A frame without an address of its own (`about:blank`) has the
 * origin that the browser reports; one that is cut off from every origin counts as another site.
 */
export function isForeignFrame({ url, origin }: FrameSender, { host }: Pick<VisitState, 'host'>): boolean {
	const address = url.startsWith('http') ? url : origin;
	if (address === undefined) return false;
	return !URL.canParse(address) || siteOf(new URL(address).hostname) !== siteOf(host);
}
