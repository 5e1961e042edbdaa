import { matchesHost } from './address';
import { CATALOGUE } from './catalogue/catalogue';
import { type Platform, platformId } from './platform';

// wxt.config.ts loads this module, so nothing it reaches may import values through the `@/` alias.
const HOSTED = CATALOGUE.filter((platform) => platform.hosts && !platform.path && !platform.isFollowedOnRequest);

/**
 * Match patterns of the platforms known at install, https only, for the manifest. They always cover whole hosts: Chrome
 * refuses an extension whose content script has both a path in its matches and `match_origin_as_fallback`. That is why a
 * platform that shares its host is left out, and followed on request.
 */
export const HOSTED_MATCHES: readonly string[] = HOSTED.flatMap(({ hosts = [] }) =>
	hosts.map((host) => `https://${host}/*`),
).sort();

function isServedFrom({ hosts = [] }: Platform, host: string): boolean {
	return hosts.some((pattern) => matchesHost(pattern, host));
}

/** True when a platform known at install is served from the host. */
export function isHostedHost(host: string): boolean {
	return HOSTED.some((platform) => isServedFrom(platform, host));
}

/** True when the platform on this host has only a part of it: what lies outside of that part is none of our business. */
export function isSharedHost(host: string): boolean {
	return CATALOGUE.some((platform) => platform.path !== undefined && isServedFrom(platform, host));
}

/**
 * The entries to look for on a host, for `readContext`: the hosted platform, or the one under whose id the user follows it.
 * They are plain data and fit in a message. Empty for a site that nobody knows.
 */
export function platformsOf(host: string, followedPlatform: string | null): readonly Platform[] {
	return CATALOGUE.filter((platform) => isServedFrom(platform, host) || platformId(platform) === followedPlatform);
}

/** Name to show for the id of a platform; null for an id that is not in the catalogue. */
export function platformName(id: string): string | null {
	return CATALOGUE.find((platform) => platformId(platform) === id)?.name ?? null;
}
