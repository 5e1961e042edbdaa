import type { Parts } from '@/utils/background/parts';
import { showPauses } from '@/utils/background/upkeep/pause-mark';
import { unmarkFollowed } from '@/utils/background/upkeep/toolbar';
import { inspectTab } from '@/utils/background/visits/inspect/course-contexts';
import type { SiteState } from '@/utils/core/schema/sites/followed-site';
import { readLastDays } from '@/utils/store/hosts';
import type { PageHandlers } from './router';

/** Handles what the popup and the dashboard request of followed sites. */
export function siteRoutes({ database, tracker, sites, sober, follower, network, badge, audits }: Parts) {
	/** What is not followed any more ends: open pages report nothing more, and what was measured so far stays. */
	async function endSuspended(): Promise<void> {
		await audits.endIfOver(Date.now());
		await tracker.flush();
		const ended = tracker.registry.all.filter(({ host }) => !sites.isFollowed(host));
		for (const { tabId } of ended) sober.beginPage(tabId);
		for (const host of new Set(ended.map((visit) => visit.host))) await tracker.discard(host);
		await applyFollowing();
	}

	/** Sober mode and the buttons, and open pages that are followed again. */
	async function applyFollowing(): Promise<void> {
		network.start();
		await sober.reload();
		await sites.observeOpenTabs();
		await badge.redraw();
		await showPauses(sites);
	}

	return {
		'tab/inspect': ({ tabId }) => inspectTab(tabId),
		'site/intend': (request) => follower.intend(request, Date.now()),
		'site/follow': (request) => follower.follow(request),
		'site/unfollow': async ({ host }) => {
			await sites.unfollow(host);
			await audits.endIfOver(Date.now());
			await unmarkFollowed();
			await sober.sync();
			await tracker.discard(host);
			await sites.giveBackAccess([host]);
		},
		'site/state': ({ host }) => sites.stateOf(host),
		'site/leave': async ({ host, isOn }) => {
			await sites.leaveOut(host, isOn);
			await endSuspended();
			if (isOn) await sites.giveBackAccess([host]);
		},
		'following/get': () => sites.following(),
		'following/known': async ({ isOn }) => {
			await sites.followKnown(isOn);
			await endSuspended();
			if (!isOn) await sites.giveBackKnown();
		},
		'following/pause': async ({ host, isOn }) => {
			await sites.pause(host, isOn);
			await endSuspended();
		},
		'site/remove': ({ name }) => sites.unfollow(name),
		'site/list': () => listSites({ sites, database }),
	} satisfies Partial<PageHandlers>;
}

/** The sites with the last day that each has figures of. */
async function listSites({ sites, database }: Pick<Parts, 'sites' | 'database'>): Promise<SiteState[]> {
	// A restarted background does not know which hosts the browser refuses, and a policy may have been loaded this moment.
	await sites.reload();
	const listed = sites.list();
	const lastDays = await readLastDays(
		await database.open(),
		listed.map(({ host }) => host),
	);
	return listed.map((site) => ({ ...site, lastDay: lastDays.get(site.host) ?? null }));
}
