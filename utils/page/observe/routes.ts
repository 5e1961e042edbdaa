/**
 * The part of an address that makes a page of a single-page application: path, hash where it is a route (`#/`, `#!`), and the
 * parameter that names the course as `COURSE_ADDRESS` has it. Other parameters sort, filter and seek within a page.
 */
function routeOf({ pathname, hash, search }: Location): string {
	return `${pathname}${/^#[!/].*|$/.exec(hash)}${/[?&](?:course_?id|cid|ou=)[^&]*|$/i.exec(search)}`;
}

/**
 * Calls `onRoute` when the document shows another page without loading one. The page's own `history` calls cannot be seen
 * from an isolated world, the Navigation API's events can; where a browser lacks it, `check` is to be called now and then.
 */
export class RouteWatch {
	#route = routeOf(location);
	readonly #onRoute: () => void;
	readonly #check = () => this.check();
	readonly #navigation: EventTarget | undefined = (globalThis as { navigation?: EventTarget }).navigation;

	constructor(onRoute: () => void) {
		this.#onRoute = onRoute;
		this.#navigation?.addEventListener('currententrychange', this.#check);
		addEventListener('popstate', this.#check);
		addEventListener('hashchange', this.#check);
	}

	/** Compares the address with the last one seen. */
	check(): void {
		const route = routeOf(location);
		if (route === this.#route) return;
		this.#route = route;
		this.#onRoute();
	}

	stop(): void {
		this.#navigation?.removeEventListener('currententrychange', this.#check);
		removeEventListener('popstate', this.#check);
		removeEventListener('hashchange', this.#check);
	}
}
