/** Visits that the routes of one host's pages may begin at once. */
const MAX_AT_ONCE = 60;
/** After those, one more may begin after each such time: three a minute, some 4,000 a day. */
const REFILL_MS = 20_000;

interface Budget {
	left: number;
	atMs: number;
}

/**
 * Limits how many visits single-page applications begin, by host. A page can change its route many times a second; beyond the
 * budget its routes are one visit. A learner stays far below it.
 */
export class VisitBudget {
	readonly #byHost = new Map<string, Budget>();

	/** Takes one visit out of the budget of a host, at milliseconds since 1970; false if none is left. */
	take(host: string, nowMs: number): boolean {
		const { left, atMs } = this.#byHost.get(host) ?? { left: MAX_AT_ONCE, atMs: nowMs };
		const filled = Math.min(MAX_AT_ONCE, left + Math.max(0, nowMs - atMs) / REFILL_MS);
		const isAllowed = filled >= 1;
		this.#byHost.set(host, { left: isAllowed ? filled - 1 : filled, atMs: nowMs });
		return isAllowed;
	}
}
