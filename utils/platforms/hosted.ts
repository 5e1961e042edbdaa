import { matchesHost } from './address';
import { CATALOGUE } from './catalogue';
import { type Platform, platformId } from './platform';

// wxt.config.ts loads this module, so nothing it reaches may import values through the `@/` alias.
const HOSTED = CATALOGUE.filter((platform) => platform.hosts && !platform.isFollowedOnRequest);

/** Match patterns of the platforms known at install, https only, for the manifest. */
export const HOSTED_MATCHES: readonly string[] = HOSTED.flatMap(({ hosts = [], path = '/*' }) =>
	hosts.map((host) => `https://${host}${path}`),
).sort();

function isServedFrom({ hosts = [] }: Platform, host: string): boolean {
	return hosts.some((pattern) => matchesHost(pattern, host));
}

/** True when a platform known at install is served from the host, on some of its paths at least. */
export function isHostedHost(host: string): boolean {
	return HOSTED.some((platform) => isServedFrom(platform, host));
}

/**
 * The entries to look for on a host, for `readPlace`: the hosted platform, or the one under whose id the user follows it.
 * They are plain data and fit in a message. Empty for a site that nobody knows.
 */
export function platformsOf(host: string, followedPlatform: string | null): readonly Platform[] {
	return CATALOGUE.filter((platform) => isServedFrom(platform, host) || platformId(platform) === followedPlatform);
}

/** Name to show for the id of a platform; null for an id that is not in the catalogue. */
export function platformName(id: string): string | null {
	return CATALOGUE.find((platform) => platformId(platform) === id)?.name ?? null;
}
