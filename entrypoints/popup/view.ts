import type { FollowProgress } from '@/components/FollowNotice';
import type { LiveVisit } from '@/utils/measure/visit';
import type { ErrorCode } from '@/utils/messaging/protocol';
import type { Detection } from '@/utils/platforms/detection';

/** What the upper part of the popup shows about the tab. */
export type PopupView =
	| { readonly name: 'loading' }
	| { readonly name: 'visit'; readonly visit: LiveVisit }
	/** A site that is not followed; `platform` is null when no platform is recognised. */
	| {
			readonly name: 'follow';
			readonly tabId: number;
			readonly host: string;
			readonly platform: { readonly id: string; readonly name: string } | null;
			readonly progress: FollowProgress;
	  }
	/** A followed site whose page was open before Sobrio could look at it. */
	| { readonly name: 'reload'; readonly tabId: number; readonly host: string }
	/** A page of the browser, of an extension or from a file. */
	| { readonly name: 'internal' }
	| { readonly name: 'error'; readonly error: ErrorCode };

/** The host name of a web page; null for every other kind of address. */
export function webHost(url: string | null): string | null {
	if (url === null || !/^https?:/.test(url) || !URL.canParse(url)) return null;
	return new URL(url).hostname || null;
}

/** Chooses the view of a tab that has no visit, from what a look at its page told. */
export function viewWithoutVisit(
	tabId: number,
	host: string,
	detection: Detection | null,
	followedHosts: readonly string[],
): PopupView {
	if (followedHosts.includes(host) || (detection?.isHosted && detection.place)) return { name: 'reload', tabId, host };
	const place = detection?.place ?? null;
	const platform = place && { id: place.platform, name: place.platformName };
	return { name: 'follow', tabId, host, platform, progress: 'idle' };
}
