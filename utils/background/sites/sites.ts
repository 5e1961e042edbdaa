import { browser } from '@/utils/browser/browser';
import { CATALOGUE } from '@/utils/core/platforms/catalogue/catalogue';
import type { FollowedSite } from '@/utils/core/platforms/followed-site';
import { isHostedHost, platformsOf } from '@/utils/core/platforms/hosted';
import type { Platform } from '@/utils/core/platforms/platform';
import type { SiteState } from '@/utils/core/schema/protocol';
import type { FrameSender } from '@/utils/core/visit/frame-sender';
import { followSite, readFollowedSites, unfollowAllSites, unfollowSite } from '@/utils/settings/followed-sites';
import { readPolicy } from '@/utils/settings/policy';

/** Every page, for the optional grant that lets all requests of a course be counted. */
export const EVERYWHERE = '*://*/*';

const SCRIPT = '/observer.js';
const PAGE_WORLD_SCRIPT = '/page-world.js';
const MEDIA_SCRIPT = '/media.js';
const FOLLOWED_SCRIPTS = 'followed';
const EVERYWHERE_SCRIPTS = 'everywhere';
const PAGE_WORLD_SCRIPTS = 'page-world';
const OWN_SCRIPTS = [FOLLOWED_SCRIPTS, EVERYWHERE_SCRIPTS, PAGE_WORLD_SCRIPTS];

type Injection = Parameters<typeof browser.scripting.executeScript>[0];
type Registration = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

/** Match pattern of all pages of one host, whatever the port. */
export function patternOf(host: string): string {
	return `*://${host}/*`;
}

/** What the polyfill's types do not know of a registration. */
interface Further {
	readonly matchOriginAsFallback: boolean;
	readonly world: 'ISOLATED' | 'MAIN';
}

/** A script for every frame of the pages that match, from their start on and from one start of the browser to the next. */
export function registrationOf(
	id: string,
	matches: string[],
	script: string,
	world: 'ISOLATED' | 'MAIN',
): Registration {
	const registration: Registration & Further = {
		id,
		js: [script],
		matches,
		allFrames: true,
		// Frames without an address of their own (H5P, editors) belong to the page that made them.
		matchOriginAsFallback: true,
		runAt: 'document_start',
		persistAcrossSessions: true,
		world,
	};
	return registration;
}

/** Platform id of a site whose pages were not looked at yet. */
const UNKNOWN_PLATFORM = 'site';

/** The sites that are followed: the known hosted platforms, those that the user added, and those that the organisation set. */
export class Sites {
	#added: readonly FollowedSite[] = [];
	#managedHosts: readonly string[] = [];
	/** Registrations one after the other: two at once would register the same script twice, which the browsers refuse. */
	#syncing: Promise<void> = Promise.resolve();

	/** Whether the optional grant of all hosts is there. */
	isGrantedEverywhere = false;

	async restore(): Promise<void> {
		const [added, policy] = await Promise.all([readFollowedSites(), readPolicy(), this.#readAccess()]);
		this.#added = added;
		this.#managedHosts = policy.followedHosts;
	}

	/** All but the known hosted platforms, the organisation's first. */
	list(): readonly Omit<SiteState, 'lastDay'>[] {
		const managed = this.#managedHosts.map((host) => ({
			host,
			platform: this.#platformOf(host) ?? UNKNOWN_PLATFORM,
			sinceDay: null,
			isManaged: true,
		}));
		const added = this.#added.filter(({ host }) => !this.#managedHosts.includes(host));
		return [...managed, ...added.map((site) => ({ ...site, isManaged: false }))];
	}

	isFollowed(host: string): boolean {
		return isHostedHost(host) || this.list().some((site) => site.host === host);
	}

	/** Entries of the catalogue to look for on a host: all of them where the user follows a site that nobody knows. */
	platformsOn(host: string): readonly Platform[] {
		const known = platformsOf(host, this.#platformOf(host));
		return known.length > 0 ? known : CATALOGUE;
	}

	/** Follows a site; one that is followed without the user's doing stays as it is. */
	async follow(site: FollowedSite): Promise<void> {
		if (isHostedHost(site.host) || this.#managedHosts.includes(site.host)) await this.syncScripts();
		else await this.#change(followSite(site));
	}

	unfollow(host: string): Promise<void> {
		return this.#change(unfollowSite(host));
	}

	unfollowAll(): Promise<void> {
		return this.#change(unfollowAllSites());
	}

	/** Gives the permissions for these hosts back, but for those that are still followed. */
	async discardAccess(hosts: readonly string[]): Promise<void> {
		for (const host of hosts.filter((each) => !this.isFollowed(each))) {
			try {
				await browser.permissions.remove({ origins: [patternOf(host)] });
			} catch {
				// The user took it back before, or the organisation granted it: it is not ours to give.
			}
		}
	}

	/** Takes up what the organisation has just set. */
	async policyChanged(): Promise<void> {
		await this.restore();
		await this.syncScripts();
	}

	/** Makes the registered scripts those that the followed sites and the granted hosts call for. */
	syncScripts(): Promise<void> {
		const sync = () => this.#registerScripts();
		this.#syncing = this.#syncing.then(sync, sync);
		return this.#syncing;
	}

	/** Starts observing a page that is open already. */
	async observeTab(tabId: number): Promise<void> {
		await this.#inject({ tabId, allFrames: true }, PAGE_WORLD_SCRIPT);
		await this.#inject({ tabId, allFrames: true }, SCRIPT);
	}

	/**
	 * Counts the sockets of a frame from another site inside a followed page. In its own pages, which nobody follows, nothing
	 * of ours may enter the page's world, so it is not registered for it; sockets opened before are met when they next send.
	 */
	async hookFrame({ tabId, frameNumber, url }: FrameSender): Promise<void> {
		if (!this.isFollowed(new URL(url).hostname))
			await this.#inject({ tabId, frameIds: [frameNumber] }, PAGE_WORLD_SCRIPT);
	}

	/** Watches the media of a frame that holds some. */
	async watchMedia({ tabId, frameNumber }: FrameSender): Promise<void> {
		await this.#inject({ tabId, frameIds: [frameNumber] }, MEDIA_SCRIPT);
	}

	async #inject(target: Injection['target'], script: string): Promise<void> {
		const world = script === PAGE_WORLD_SCRIPT ? 'MAIN' : 'ISOLATED';
		const injection: Injection & { readonly injectImmediately: boolean; readonly world: string } = {
			target,
			files: [script],
			world,
			injectImmediately: true,
		};
		try {
			await browser.scripting.executeScript(injection);
		} catch {
			// The tab is gone, or on another page by now: the site's next page is observed from its start.
		}
	}

	async #registerScripts(): Promise<void> {
		await this.#readAccess();
		const patterns = this.list().map(({ host }) => patternOf(host));
		const wanted: Registration[] = [];
		if (this.isGrantedEverywhere) wanted.push(registrationOf(EVERYWHERE_SCRIPTS, [EVERYWHERE], SCRIPT, 'ISOLATED'));
		else if (patterns.length > 0) wanted.push(registrationOf(FOLLOWED_SCRIPTS, patterns, SCRIPT, 'ISOLATED'));
		// Never everywhere: what nobody follows keeps its own world to itself.
		if (patterns.length > 0) wanted.push(registrationOf(PAGE_WORLD_SCRIPTS, patterns, PAGE_WORLD_SCRIPT, 'MAIN'));
		const registered = await browser.scripting.getRegisteredContentScripts();
		const ids = registered.map(({ id }) => id).filter((id) => OWN_SCRIPTS.includes(id));
		if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
		if (wanted.length > 0) await browser.scripting.registerContentScripts(wanted);
	}

	async #readAccess(): Promise<void> {
		this.isGrantedEverywhere = await browser.permissions.contains({ origins: [EVERYWHERE] });
	}

	#platformOf(host: string): string | null {
		return this.#added.find((site) => site.host === host)?.platform ?? null;
	}

	async #change(change: Promise<void>): Promise<void> {
		await change;
		await this.restore();
		await this.syncScripts();
	}
}
