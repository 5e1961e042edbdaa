import { matchesHost } from './address';

/** Match pattern of all pages of one host, whatever the port, over both HTTP and HTTPS unless a scheme is named. */
export function hostPattern(host: string, scheme: '*' | 'https' = '*'): string {
	return `${scheme}://${host}/*`;
}

/**
 * Match pattern of a followed host: https only where these patterns of known platforms hold it, since anybody in the same network can
 * answer for http.
 */
export function followedPattern(host: string, known: readonly string[]): string {
	return hostPattern(host, known.some((pattern) => matchesHost(patternHost(pattern) ?? '', host)) ? 'https' : '*');
}

/** Match pattern of all pages of an address's host, by the address's own scheme. Throws a TypeError for what is no address. */
export function addressPattern(address: string): string {
	const { protocol, hostname } = new URL(address);
	return `${protocol}//${hostname}/*`;
}

/** The host in a match pattern, `*.` included; undefined when it has none. */
export function patternHost(pattern: string): string | undefined {
	return pattern.split('/')[2];
}
