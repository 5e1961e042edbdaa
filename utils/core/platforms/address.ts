/** The parts of a page's address that a platform may read. Used for one detection and never stored. */
export interface Address {
	readonly host: string;
	/** Decoded path, followed by the route that some single-page platforms keep in the hash (`#/desktop/...`). */
	readonly path: string;
	/** Query with its `?`; '' without one. */
	readonly query: string;
}

function decode(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		// A lone % is legal in an address: use the path as it stands.
		return path;
	}
}

/** Parses a page's address; null unless it is a valid one of http or https (about:blank, files, extension pages). */
export function parseAddress(url: string): Address | null {
	if (!/^https?:/.test(url) || !URL.canParse(url)) return null;
	const { hostname, pathname, hash, search } = new URL(url);
	const route = /^#\/[^?]*/.exec(hash)?.[0] ?? '';
	return { host: hostname, path: decode(pathname + route), query: search };
}

/**
 * Whether a host matches the host of a match pattern: `*.udemy.com` covers `udemy.com` and its subdomains. `udemy.com.`, the same name
 * written in full (RFC 1034, 3.1), is covered too.
 */
export function matchesHost(pattern: string, host: string): boolean {
	const name = host.replace(/\.$/, '');
	return `.${name}`.endsWith(pattern.replace('*', '')) && (pattern.startsWith('*') || pattern === name);
}
