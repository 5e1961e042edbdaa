import { giveBackAccess, giveBackSending } from '@/utils/browser/permissions';
import { addressPattern, hostPattern } from '@/utils/core/platforms/match-pattern';
import { readBucket, readOwnBucket } from './bucket';
import { readFollowedSites } from './followed-sites';
import { readLrs, readOwnLrs } from './lrs';

/**
 * Gives back access to the host of a target that was removed, unless another target or a followed site needs it, and the consent to send
 * once no target is left. Call it after the target is removed.
 */
export async function giveBackUnused(address: string): Promise<void> {
	const [lrs, ownLrs, bucket, ownBucket, sites] = await Promise.all([
		readLrs(),
		readOwnLrs(),
		readBucket(),
		readOwnBucket(),
		readFollowedSites(),
	]);
	const targets = [lrs?.endpoint, ownLrs?.endpoint, bucket?.folder, ownBucket?.folder].filter(
		(target) => target !== undefined,
	);
	if (targets.length === 0) await giveBackSending();
	const pattern = addressPattern(address);
	const isFollowed = sites.some(({ host }) => hostPattern(host) === hostPattern(new URL(address).hostname));
	if (!isFollowed && !targets.some((target) => addressPattern(target) === pattern)) await giveBackAccess(pattern);
}
