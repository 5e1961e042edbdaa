import type { Detection } from '@/utils/core/platforms/detection';
import type { ErrorCode, SiteState } from '@/utils/core/schema/protocol';
import type { LiveVisit } from '@/utils/core/visit/visit';
import type { FollowProgress } from './FollowNotice';

/** A site that one click would measure. */
interface Following {
	readonly tabId: number;
	readonly host: string;
	/** Match pattern to ask for. */
	readonly pattern: string;
	/** Id of the platform, `site` when none is recognised. */
	readonly platform: string;
	readonly progress: FollowProgress;
}

/** What the upper part of the popup shows about the tab. */
export type PopupView =
	| { readonly name: 'loading' }
	| { readonly name: 'visit'; readonly visit: LiveVisit }
	/** A site that is not followed; `platformName` is null when no platform is recognised. */
	| ({ readonly name: 'follow'; readonly platformName: string | null } & Following)
	/** A site that is followed or known at install, whose permission the user took back or never gave. */
	| ({ readonly name: 'restore'; readonly isManaged: boolean } & Following)
	/** A page of a followed host outside the part of it that is the platform's. */
	| { readonly name: 'elsewhere'; readonly host: string }
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

/** What is known of a tab that has no visit. */
export interface TabFacts {
	readonly tabId: number;
	readonly host: string;
	/** What a look at its page told; null where nobody may look. */
	readonly detection: Detection | null;
	/** Its entry among the followed sites; null when it has none. */
	readonly site: SiteState | null;
	/** Whether the browser lets us onto the page's host at any time. */
	readonly hasAccess: boolean;
}

/** Platform id of a site that the user follows and no signal names. */
const UNKNOWN_PLATFORM = 'site';

/** Chooses the view of a tab that has no visit. */
export function viewWithoutVisit({ tabId, host, detection, site, hasAccess }: TabFacts): PopupView {
	const place = detection?.place ?? null;
	const isKnown = site !== null || (detection?.isHosted === true && place !== null);
	const platform = place?.platform ?? site?.platform ?? UNKNOWN_PLATFORM;
	// Platforms known at install are granted for https only.
	const pattern = `${isKnown && !site ? 'https' : '*'}://${host}/*`;
	const following = { tabId, host, pattern, platform, progress: 'idle' } as const;
	if (isKnown && !hasAccess) return { name: 'restore', isManaged: site?.isManaged ?? false, ...following };
	if (site && detection?.isShared && !place) return { name: 'elsewhere', host };
	if (isKnown) return { name: 'reload', tabId, host };
	return { name: 'follow', platformName: place?.platformName ?? null, ...following };
}
