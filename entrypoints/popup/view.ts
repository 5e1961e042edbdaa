import { hostPattern } from '@/utils/core/platforms/match-pattern';
import type { Detection, ErrorCode, SiteState } from '@/utils/core/schema/page-messages';
import type { LiveVisit } from '@/utils/core/schema/visit';

/** The progress of following a site. */
export type FollowProgress = 'idle' | 'asking' | 'refused' | 'failed' | 'done';

/** A site that one click would follow. */
interface Following {
	readonly tabId: number;
	readonly host: string;
	/** Match pattern to request. */
	readonly pattern: string;
	/** Id of the platform, `site` when none is recognised. */
	readonly platform: string;
	readonly progress: FollowProgress;
}

/** What the popup or the panel shows of the tab. */
export type PopupView =
	| { readonly name: 'loading' }
	| { readonly name: 'visit'; readonly visit: LiveVisit }
	/** A site that is not followed; `platformName` is null when no platform is recognised. */
	| ({ readonly name: 'follow'; readonly platformName: string | null } & Following)
	/** A site that is followed or known at install, without access: revoked or never granted. */
	| ({ readonly name: 'restore'; readonly isManaged: boolean } & Following)
	/** A page of a followed host outside of the platform's part of it. */
	| { readonly name: 'elsewhere'; readonly host: string }
	/** A page of a followed site that was opened before it could be measured. */
	| { readonly name: 'reload'; readonly tabId: number; readonly host: string }
	/** A page of the browser or of an extension, or a local file. */
	| { readonly name: 'internal' }
	/** In the panel, a page whose address the browser withholds: of a site without access, or of the browser. */
	| { readonly name: 'unseen' }
	| { readonly name: 'error'; readonly error: ErrorCode };

/** The host name of a web page; null for any other address. */
export function webHost(url: string | null): string | null {
	if (url === null || !/^https?:/.test(url) || !URL.canParse(url)) return null;
	return new URL(url).hostname || null;
}

/**
 * The view of a tab that shows no web page, as far as is known. A click on the toolbar button reveals the address of any page, so a
 * popup without one is over a page of the browser; the panel can be beside any site.
 */
export function viewWithoutAddress(url: string | null, isPanel: boolean): PopupView {
	return { name: isPanel && url === null ? 'unseen' : 'internal' };
}

/** What is known of a tab that has no visit. */
export interface TabFacts {
	readonly tabId: number;
	readonly host: string;
	/** What its page was recognised as; null if it could not be inspected. */
	readonly detection: Detection | null;
	/** Its entry among the followed sites; null for none. */
	readonly site: SiteState | null;
	/** Whether the browser grants access to the host. */
	readonly hasAccess: boolean;
}

/** Platform id of a followed site whose platform is unknown. */
const UNKNOWN_PLATFORM = 'site';

/** Chooses the view of a tab that has no visit. */
export function viewWithoutVisit({ tabId, host, detection, site, hasAccess }: TabFacts): PopupView {
	const place = detection?.place ?? null;
	const isKnown = site !== null || (detection?.isHosted === true && place !== null);
	const platform = place?.platform ?? site?.platform ?? UNKNOWN_PLATFORM;
	// Platforms known at install are granted for https only.
	const pattern = hostPattern(host, isKnown && !site ? 'https' : '*');
	const following = { tabId, host, pattern, platform, progress: 'idle' } as const;
	if (isKnown && !hasAccess) return { name: 'restore', isManaged: site?.isManaged ?? false, ...following };
	if (site && detection?.isShared && !place) return { name: 'elsewhere', host };
	if (isKnown) return { name: 'reload', tabId, host };
	return { name: 'follow', platformName: place?.platformName ?? null, ...following };
}
