const LOOPBACK = ['localhost', '127.0.0.1'];

/** The address in a text that a person typed, without user or fragment: https, or http to this machine; null for anything else. */
export function safeAddress(text: string): URL | null {
	const address = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
	if (!address || address.username || address.password || address.hash) return null;
	const isSafe = address.protocol === 'https:' || (address.protocol === 'http:' && LOOPBACK.includes(address.hostname));
	return isSafe ? address : null;
}
