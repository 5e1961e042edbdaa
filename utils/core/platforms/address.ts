/** The parts of a page's address that a platform may read. It lives for one detection and is never stored. */
export interface Address {
	readonly host: string;
	/** Decoded path, followed by the route that some single-page platforms keep in the hash (`#/desktop/...`). */
	readonly path: string;
	/** Query with its `?`; '' when there is none. */
	readonly query: string;
}

function decode(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		// A lone % is legal in an address; the undecoded path still serves.
		return path;
	}
}

/** Takes a page's address apart; null for what is not http or https (about:blank, files, extension pages). */
export function parseAddress(url: string): Address | null {
	if (!/^https?:/.test(url)) return null;
	const { hostname, pathname, hash, search } = new URL(url);
	const route = /^#\/[^?]*/.exec(hash)?.[0] ?? '';
	return { host: hostname, path: decode(pathname + route), query: search };
}

/** True when the host is the pattern, or under it for a pattern that starts with `*.`. */
export function matchesHost(pattern: string, host: string): boolean {
	return `.${host}`.endsWith(pattern.replace('*', '')) && (pattern.startsWith('*') || pattern === host);
}
