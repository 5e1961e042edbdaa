/** A hash that is a route of a single-page application; '' for a plain fragment. */
const ROUTE_HASH = /^#[!/].*|$/;
/** The query parameter that names the course, as in `COURSE_ADDRESS`; '' without one. */
const COURSE_PARAMETER = /[?&](?:course_?id|cid|ou=)[^&]*|$/i;

/** The part of an address that identifies a page. Other query parameters sort, filter or seek within a page. */
function routeOf({ pathname, hash, search }: Location): string {
	return `${pathname}${ROUTE_HASH.exec(hash)}${COURSE_PARAMETER.exec(search)}`;
}

/**
 * Calls `onRoute` when a single-page application shows another page. An isolated world cannot hook the page's `history`
 * calls, but receives the events of the Navigation API; where a browser lacks it, call `check` regularly:
 * https://developer.mozilla.org/docs/Web/API/Navigation/currententrychange_event
 */
export class RouteWatch {
	#route = routeOf(location);
	readonly #onRoute: () => void;
	readonly #listening = new AbortController();

	constructor(onRoute: () => void) {
		this.#onRoute = onRoute;
		const { navigation } = globalThis as { navigation?: EventTarget };
		const [check, options] = [() => this.check(), { signal: this.#listening.signal }];
		navigation?.addEventListener('currententrychange', check, options);
		addEventListener('popstate', check, options);
		addEventListener('hashchange', check, options);
	}

	/** Compares the address with the last known one. */
	check(): void {
		const route = routeOf(location);
		if (route === this.#route) return;
		this.#route = route;
		this.#onRoute();
	}

	stop(): void {
		this.#listening.abort();
	}
}
