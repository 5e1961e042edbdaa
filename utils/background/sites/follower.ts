import type { FollowRequest } from '@/utils/core/platforms/followed-site';
import { discardIntention, persistIntention, readIntention } from './intention';

/** A wish older than this is no longer one: the browser's prompt was left without an answer. */
const WISH_KEPT_MS = 600_000;

/**
 * Follows sites at the user's wish. The browser's permission prompt closes the popup that asked (Firefox always, Chrome
 * by a click outside), so the popup says what it wants before it asks, and a grant that nobody comes back from is enough.
 */
export class Follower {
	readonly #follow: (request: FollowRequest) => Promise<void>;

	constructor(follow: (request: FollowRequest) => Promise<void>) {
		this.#follow = follow;
	}

	/** The popup is about to ask for the site's permission. */
	async intend(request: FollowRequest, nowMs: number): Promise<void> {
		await persistIntention({ ...request, atMs: nowMs });
	}

	/** The permission is there, and the page that asked for it lives to say so. */
	async follow(request: FollowRequest): Promise<void> {
		await discardIntention();
		await this.#follow(request);
	}

	/** The browser granted these origins: follows the site that waits for one of them. */
	async granted(origins: readonly string[], nowMs: number): Promise<void> {
		const preference = await readIntention();
		if (
			!preference ||
			nowMs - preference.atMs > WISH_KEPT_MS ||
			!origins.some((origin) => hostOf(origin) === preference.host)
		)
			return;
		const { atMs: _, ...request } = preference;
		await this.follow(request);
	}
}

/** The host of a match pattern: `*://moodle.example/*`, or with one scheme, as browsers differ in what they tell. */
function hostOf(origin: string): string | undefined {
	return origin.split('/')[2];
}
