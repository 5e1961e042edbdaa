import { createItem } from '@/utils/browser/storage-item';
import { parseFollowedSites } from '@/utils/core/schema/settings';
import type { FollowedSite } from '@/utils/core/schema/sites/followed-site';
import { parseKnownPlatforms } from '@/utils/core/schema/sites/pauses';

const item = createItem('followedSites', parseFollowedSites);

const known = createItem('knownPlatforms', parseKnownPlatforms);

/** Whether the user follows all hosted platforms; null where an earlier version followed them without being asked. */
export const readKnownPlatforms = async () => (await known.read())?.isFollowed ?? null;

/** Follows all hosted platforms, or only those that are listed one by one. */
export function saveKnownPlatforms(isFollowed: boolean): Promise<void> {
	return known.write({ isFollowed });
}

/** Sites the user follows one by one, in the order they were added. */
export const readFollowedSites = item.read;

/** Follows a site. One that is followed already keeps its place and its first day, and takes the platform now found on it. */
export function followSite(site: FollowedSite): Promise<void> {
	return item.change((sites) => {
		const known = sites.find(({ host }) => host === site.host);
		if (known === undefined) return [...sites, site];
		return sites.map((other) => (other === known ? { ...known, platform: site.platform } : other));
	});
}

/** Stops following a site; does nothing when it was not followed. */
export function unfollowSite(host: string): Promise<void> {
	return item.change((sites) => sites.filter((site) => site.host !== host));
}

/** Stops following every site. */
export function unfollowAllSites(): Promise<void> {
	return item.change(() => []);
}
