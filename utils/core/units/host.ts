const MAX_HOST_LENGTH = 253;
/** One part of a name between dots. Browsers accept underscores, which some schools have in theirs. */
const LABEL = /^[a-z\d_-]{1,63}$/;
/** Browsers read a name whose last part is a number as an IPv4 address: https://url.spec.whatwg.org/#ends-in-a-number-checker */
const NUMBER = /^(\d+|0x[\da-f]*)$/;
const IPV4 = /^(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;

/**
 * Whether a text is a host as browsers write it, both in addresses and in match patterns: a name in lower case and Punycode, or an
 * IPv4 address, without a port or a dot at its end. The only rule for hosts that are followed.
 */
export function isHost(text: string): boolean {
	if (text.length > MAX_HOST_LENGTH) return false;
	const labels = text.split('.');
	if (!labels.every((label) => LABEL.test(label))) return false;
	if (NUMBER.test(labels.at(-1) ?? '')) return IPV4.test(text);
	// Some browsers refuse Punycode that encodes no name.
	return URL.canParse(`https://${text}/`) && new URL(`https://${text}/`).hostname === text;
}

/** The host that a name means, as browsers write it: `École.example.` is `xn--cole-9oa.example`. Null for what names none. */
export function hostOfName(name: string): string | null {
	const address = `https://${name.trim().replace(/\.$/, '')}/`;
	// What has a meaning of its own in an address or a pattern would change which host is named.
	if (/[\s*/\\?#@:%[\]]/.test(address.slice('https://'.length, -1)) || !URL.canParse(address)) return null;
	const { hostname } = new URL(address);
	return isHost(hostname) ? hostname : null;
}
