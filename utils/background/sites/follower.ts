import { createSessionItem } from '@/utils/browser/session-item';
import { patternHost } from '@/utils/core/platforms/match-pattern';
import type { FollowRequest } from '@/utils/core/schema/page-messages';

/**
 * The request to follow a site whose permission the browser is asking for; `atMs` is milliseconds since 1970. It outlives the popup and
 * a stop of the background.
 */
export const intention = createSessionItem<FollowRequest & { readonly atMs: number }>('intention');

/** After this long the user has left the browser's prompt unanswered. */
const EXPIRY_MS = 600_000;

/**
 * Follows sites at the user's request. The browser's permission prompt closes the popup that opened it (Firefox always, Chrome
 * after a click outside), so the popup announces the site before it opens the prompt, and the grant alone then suffices.
 */
export class Follower {
	readonly #follow: (request: FollowRequest) => Promise<void>;

	constructor(follow: (request: FollowRequest) => Promise<void>) {
		this.#follow = follow;
	}

	/** The popup is about to ask for the site's permission. */
	intend(request: FollowRequest, nowMs: number): Promise<void> {
		return intention.write({ ...request, atMs: nowMs });
	}

	/** The permission is granted, and the page that asked for it is still open. */
	async follow(request: FollowRequest): Promise<void> {
		await intention.remove();
		await this.#follow(request);
	}

	/** The browser granted these origins: follows the announced site if it is one of them. */
	async accessGranted(origins: readonly string[], nowMs: number): Promise<void> {
		const intended = await intention.read();
		if (!intended || nowMs - intended.atMs > EXPIRY_MS) return;
		// Browsers differ in the scheme that they report: `*` or a single one.
		if (!origins.some((origin) => patternHost(origin) === intended.host)) return;
		const { atMs: _, ...request } = intended;
		await this.follow(request);
	}
}
