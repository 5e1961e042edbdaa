import type { Detection, ErrorCode } from '@/utils/core/schema/page-messages';
import type { SiteFollowing, SiteState, Suspension } from '@/utils/core/schema/sites/followed-site';
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
	/** A site that is followed, without access: revoked or never granted. */
	| ({ readonly name: 'restore'; readonly isManaged: boolean } & Following)
	/** A site that is paused, with all others or alone, or that is left out. */
	| ({ readonly name: 'suspended'; readonly suspension: Suspension; readonly isListed: boolean } & Following)
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
	/** How its host is followed. */
	readonly following: SiteFollowing;
	/** Whether the browser grants access to the host. */
	readonly hasAccess: boolean;
}

/** Platform id of a followed site whose platform is unknown. */
const UNKNOWN_PLATFORM = 'site';

/** Chooses the view of a tab that has no visit. */
export function viewWithoutVisit({ tabId, host, detection, site, following, hasAccess }: TabFacts): PopupView {
	const place = detection?.place ?? null;
	const { isListed, isManaged, suspension, pattern } = following;
	const platform = place?.platform ?? site?.platform ?? UNKNOWN_PLATFORM;
	const offer = { tabId, host, pattern, platform, progress: 'idle' } as const;
	if (suspension !== null) return { name: 'suspended', suspension, isListed, ...offer };
	if (isListed && !hasAccess) return { name: 'restore', isManaged, ...offer };
	if (isListed && detection?.isShared && !place) return { name: 'elsewhere', host };
	if (isListed) return { name: 'reload', tabId, host };
	return { name: 'follow', platformName: place?.platformName ?? null, ...offer };
}
