import browser from 'webextension-polyfill';
import type { FollowedSite } from '@/utils/messaging/protocol';
import { CATALOGUE } from '@/utils/platforms/catalogue';
import { isHostedHost, platformsOf } from '@/utils/platforms/hosted';
import type { Platform } from '@/utils/platforms/platform';
import { followSite, readFollowedSites, unfollowAllSites, unfollowSite } from '@/utils/settings/followed-sites';

/** Every page, for the optional grant that lets all requests of a course be counted. */
export const EVERYWHERE = '*://*/*';

const SCRIPT = '/observer.js';
const FOLLOWED_SCRIPTS = 'followed';
const EVERYWHERE_SCRIPTS = 'everywhere';

type Registration = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

/** Match pattern of all pages of one host, whatever the port. */
export function patternOf(host: string): string {
	return `*://${host}/*`;
}

function registrationOf(id: string, matches: string[]): Registration {
	const registration: Registration & { matchOriginAsFallback: boolean } = {
		id,
		js: [SCRIPT],
		matches,
		allFrames: true,
		// Frames without an address of their own (H5P, editors) belong to the page that made them.
		matchOriginAsFallback: true,
		runAt: 'document_start',
		persistAcrossSessions: true,
	};
	return registration;
}

/** The sites that are followed: the known hosted platforms, and those that the user added. */
export class Sites {
	#followed: readonly FollowedSite[] = [];
	/** Registrations one after the other: two at once would register the same script twice, which the browsers refuse. */
	#syncing: Promise<void> = Promise.resolve();

	async restore(): Promise<void> {
		this.#followed = await readFollowedSites();
	}

	list(): readonly FollowedSite[] {
		return this.#followed;
	}

	isFollowed(host: string): boolean {
		return isHostedHost(host) || this.#followed.some((site) => site.host === host);
	}

	/** Entries of the catalogue to look for on a host: all of them where the user follows a site that nobody knows. */
	platformsOn(host: string): readonly Platform[] {
		const followed = this.#followed.find((site) => site.host === host)?.platform ?? null;
		const known = platformsOf(host, followed);
		return known.length > 0 ? known : CATALOGUE;
	}

	follow(site: FollowedSite): Promise<void> {
		return this.#change(followSite(site));
	}

	unfollow(host: string): Promise<void> {
		return this.#change(unfollowSite(host));
	}

	unfollowAll(): Promise<void> {
		return this.#change(unfollowAllSites());
	}

	/** Makes the registered scripts those that the followed sites and the granted hosts call for. */
	syncScripts(): Promise<void> {
		const sync = () => this.#registerScripts();
		this.#syncing = this.#syncing.then(sync, sync);
		return this.#syncing;
	}

	/** Starts observing a page that is open already. */
	async observeTab(tabId: number): Promise<void> {
		try {
			await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [SCRIPT] });
		} catch {
			// The tab is gone, or on another page by now: the site's next page is observed from its start.
		}
	}

	async #registerScripts(): Promise<void> {
		const isGrantedEverywhere = await browser.permissions.contains({ origins: [EVERYWHERE] });
		const patterns = this.#followed.map(({ host }) => patternOf(host));
		const wanted: Registration[] = [];
		if (isGrantedEverywhere) wanted.push(registrationOf(EVERYWHERE_SCRIPTS, [EVERYWHERE]));
		else if (patterns.length > 0) wanted.push(registrationOf(FOLLOWED_SCRIPTS, patterns));
		const registered = await browser.scripting.getRegisteredContentScripts();
		if (registered.length > 0) await browser.scripting.unregisterContentScripts();
		if (wanted.length > 0) await browser.scripting.registerContentScripts(wanted);
	}

	async #change(change: Promise<void>): Promise<void> {
		await change;
		await this.restore();
		await this.syncScripts();
	}
}
