import { matchesHost } from './address';
import { CATALOGUE } from './catalogue/catalogue';
import { followedPattern, hostPattern } from './match-pattern';
import { type Platform, platformId } from './platform';

// wxt.config.ts loads this module, so nothing that it imports may import values through the `@/` alias.
/** Platforms with hosts of their own, that may all be followed at once. */
const HOSTED = CATALOGUE.filter((platform) => platform.hosts && !platform.path && !platform.isFollowedOnRequest);

/**
 * Match patterns of the hosted platforms, https only. They cover whole hosts: Chrome refuses a content script with both a path in
 * its matches and `match_origin_as_fallback`. So platforms that share a host are followed one by one.
 */
export const HOSTED_MATCHES: readonly string[] = HOSTED.flatMap(({ hosts = [] }) =>
	hosts.map((host) => hostPattern(host, 'https')),
).sort();

function isServedFrom({ hosts = [] }: Platform, host: string): boolean {
	return hosts.some((pattern) => matchesHost(pattern, host));
}

/** Whether a hosted platform is on this host. */
export function isHostedHost(host: string): boolean {
	return HOSTED.some((platform) => isServedFrom(platform, host));
}

/** Match pattern of a followed host: https only for a hosted platform. */
export function sitePattern(host: string): string {
	return followedPattern(host, HOSTED_MATCHES);
}

/** Whether a platform has only a part of this host. Other parts of it must not be measured. */
export function isSharedHost(host: string): boolean {
	return CATALOGUE.some((platform) => platform.path !== undefined && isServedFrom(platform, host));
}

/**
 * The entries for `readContext` on a host: those with this host, and the platform as which the user follows it. Empty for an
 * unknown site.
 */
export function platformsOf(host: string, followedPlatform: string | null): readonly Platform[] {
	return CATALOGUE.filter((platform) => isServedFrom(platform, host) || platformId(platform) === followedPlatform);
}

/** Display name of a platform id; null for an id that is not in the catalogue. */
export function platformName(id: string): string | null {
	return CATALOGUE.find((platform) => platformId(platform) === id)?.name ?? null;
}
