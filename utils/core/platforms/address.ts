/** The parts of a page's address that a platform may read. Used for one detection and never stored. */
export interface Address {
	readonly host: string;
	/** The port that the address names, `8443`; '' for that of its scheme, and on this machine, where servers of developers change theirs. */
	readonly port: string;
	/** Decoded path, its slashes single, then the route that some single-page platforms keep in the hash (`#/desktop/...`). */
	readonly path: string;
	/** Query with its `?`, then that of the route; '' without any. Not decoded: `%26` separates no parameters. */
	readonly query: string;
}

/** Decodes a part of an address. A lone `%` is legal there: the part is returned as it stands. */
export function decodePart(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

/** Names of this machine. RFC 6761, 6.3, and RFC 6890. */
const LOOPBACK = /^(?:(?:.+\.)?localhost\.?|127\..+|\[::1\])$/;

/** Parses a page's address; null unless it is a valid one of http or https (about:blank, files, extension pages). */
export function parseAddress(url: string): Address | null {
	if (!/^https?:/.test(url) || !URL.canParse(url)) return null;
	const { hostname, port, pathname, hash, search } = new URL(url);
	// Older single-page platforms write `#!/course/12`.
	const [, route = '', routeQuery = ''] = /^#!?(\/[^?]*)(.*)/.exec(hash) ?? [];
	// Links made of a folder and a path often have two slashes between them, which servers take for one.
	const path = (pathname + (route && `#${route}`)).replace(/\/{2,}/g, '/');
	return {
		host: hostname,
		port: LOOPBACK.test(hostname) ? '' : port,
		path: decodePart(path),
		query: search + routeQuery,
	};
}

/**
 * Whether a host matches the host of a match pattern: `*.udemy.com` covers `udemy.com` and its subdomains. `udemy.com.`, the same name
 * written in full (RFC 1034, 3.1), is covered too.
 */
export function matchesHost(pattern: string, host: string): boolean {
	const name = host.replace(/\.$/, '');
	return `.${name}`.endsWith(pattern.replace('*', '')) && (pattern.startsWith('*') || pattern === name);
}
