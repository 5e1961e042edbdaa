/** Seeds and multipliers of the hash: odd 32-bit constants of cyrb53 (public domain, bryc, github.com/bryc/code). */
const SEED_LOW = 0xdeadbeef;
const SEED_HIGH = 0x41c6ce57;
const MULTIPLIER_LOW = 0x9e3779b1;
const MULTIPLIER_HIGH = 0x5f356495;
const MIX_LOW = 0x85ebca6b;
const MIX_HIGH = 0xc2b2ae35;
const HIGH_BITS_MASK = 0x1fffff;
const TWO_TO_THE_32 = 0x100000000;
const RADIX = 36;

/**
 * A 53-bit key of an address without its fragment, by which all sources identify a request without storing
 * its URL. Two of ten thousand addresses collide with a probability of about 5e-9. It stays in memory, and is never in the database.
 */
export function addressKey(url: string): string {
	const hash = url.indexOf('#');
	const length = hash < 0 ? url.length : hash;
	let low = SEED_LOW;
	let high = SEED_HIGH;
	for (let index = 0; index < length; index++) {
		const code = url.charCodeAt(index);
		low = Math.imul(low ^ code, MULTIPLIER_LOW);
		high = Math.imul(high ^ code, MULTIPLIER_HIGH);
	}
	low = Math.imul(low ^ (low >>> 16), MIX_LOW) ^ Math.imul(high ^ (high >>> 13), MIX_HIGH);
	high = Math.imul(high ^ (high >>> 16), MIX_LOW) ^ Math.imul(low ^ (low >>> 13), MIX_HIGH);
	return (TWO_TO_THE_32 * (high & HIGH_BITS_MASK) + (low >>> 0)).toString(RADIX);
}
