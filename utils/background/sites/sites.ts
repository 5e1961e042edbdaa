import { browser } from '@/utils/browser/browser';
import { ALL_HOSTS, giveBackAccess, hasAccess } from '@/utils/browser/permissions';
import { type ContentScript, injectScript, replaceContentScripts, type Script } from '@/utils/browser/scripts';
import { createSerial } from '@/utils/browser/serial';
import { CATALOGUE } from '@/utils/core/platforms/catalogue/catalogue';
import { isHostedHost, platformsOf } from '@/utils/core/platforms/hosted';
import { hostPattern } from '@/utils/core/platforms/match-pattern';
import type { Platform } from '@/utils/core/platforms/platform';
import type { FrameSender } from '@/utils/core/schema/frame-messages';
import type { FollowedSite, SiteState } from '@/utils/core/schema/page-messages';
import { isHost } from '@/utils/core/units/host';
import { followSite, readFollowedSites, unfollowAllSites, unfollowSite } from '@/utils/settings/followed-sites';
import { readPolicy, readRefusedHosts } from '@/utils/settings/policy';

const OBSERVER: Script = { file: '/observer.js', world: 'ISOLATED' };
const PAGE_WORLD: Script = { file: '/page-world.js', world: 'MAIN' };
const MEDIA: Script = { file: '/media.js', world: 'ISOLATED' };

/** Names of registered scripts; those for one host are followed by it. */
const FOLLOWED = 'followed';
const EVERYWHERE = 'everywhere';
const PAGE_WORLD_NAME = 'page-world';
const NAMES = [FOLLOWED, EVERYWHERE, PAGE_WORLD_NAME];

/** Platform id of a site whose pages were not inspected yet. */
const UNKNOWN_PLATFORM = 'site';

/** The followed sites: the known hosted platforms, those that the user added, and those that the organisation set. */
export class Sites {
	#added: readonly FollowedSite[] = [];
	#managedHosts: readonly string[] = [];
	/** What the organisation lists and names no host. */
	#misnamed: readonly string[] = [];
	/** Hosts whose scripts the browser refused to register. */
	#refused: readonly string[] = [];
	readonly #serial = createSerial();

	/** Whether the user has granted all hosts. */
	isGrantedEverywhere = false;

	async restore(): Promise<void> {
		const [added, policy, misnamed] = await Promise.all([
			readFollowedSites(),
			readPolicy(),
			readRefusedHosts(),
			this.#readAccess(),
		]);
		this.#added = added;
		this.#managedHosts = policy.followedHosts;
		this.#misnamed = misnamed;
	}

	/** All but the known hosted platforms, the organisation's first; those that cannot be followed are marked. */
	list(): readonly Omit<SiteState, 'lastDay'>[] {
		const managed = [...this.#managedHosts, ...this.#misnamed].map((host) => ({
			host,
			platform: this.#platformOf(host) ?? UNKNOWN_PLATFORM,
			sinceDay: null,
			isManaged: true,
		}));
		const added = this.#added.filter(({ host }) => !this.#managedHosts.includes(host));
		return [...managed, ...added.map((site) => ({ ...site, isManaged: false }))].map((site) =>
			isHost(site.host) && !this.#refused.includes(site.host) ? site : { ...site, isRefused: true },
		);
	}

	/** The hosts of the list that can be followed. */
	hosts(): readonly string[] {
		return this.list().flatMap(({ host }) => (isHost(host) ? [host] : []));
	}

	isFollowed(host: string): boolean {
		return isHost(host) && (isHostedHost(host) || this.hosts().includes(host));
	}

	/** Whether a page is measured, by its address: hosted platforms are known over https only, other sites as the user follows them. */
	isFollowedPage(address: string): boolean {
		if (!URL.canParse(address)) return false;
		const { protocol, hostname } = new URL(address);
		return this.isFollowed(hostname) && (protocol === 'https:' || this.hosts().includes(hostname));
	}

	/** Catalogue entries to look for on a host: all of them where the user follows a site of an unknown platform. */
	platformsOn(host: string): readonly Platform[] {
		const known = platformsOf(host, this.#platformOf(host));
		return known.length > 0 ? known : CATALOGUE;
	}

	/** Follows a site for the user, unless it is hosted or managed and so followed anyway. */
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

	/** Gives back the access to those of these hosts that are not followed. */
	async giveBackAccess(hosts: readonly string[]): Promise<void> {
		for (const host of hosts.filter((each) => isHost(each) && !this.isFollowed(each)))
			await giveBackAccess(hostPattern(host));
	}

	/** Applies stored sites and policy that have changed. */
	async reload(): Promise<void> {
		await this.restore();
		await this.syncScripts();
	}

	/** Registers exactly the scripts that the followed sites and the granted hosts require. */
	syncScripts(): Promise<void> {
		return this.#serial(() => this.#registerScripts());
	}

	/** Starts observing a page that is open already. */
	observeTab(tabId: number): Promise<void> {
		return injectScript(OBSERVER, { tabId, allFrames: true });
	}

	/** Observes the open pages of followed sites: those that an observer from before a reload or update of the extension watched. */
	async observeOpenTabs(): Promise<void> {
		const tabs = await browser.tabs.query({ discarded: false });
		for (const { id, url = '' } of tabs) if (id !== undefined && this.isFollowedPage(url)) await this.observeTab(id);
	}

	/**
	 * Hooks a frame that is open already: one of another origin inside a followed page, where nothing of ours enters the page's
	 * world before, or any frame of a page that was open when its site was followed. Sockets opened earlier are counted from
	 * their next message.
	 */
	hookFrame({ tabId, frameNumber }: FrameSender): Promise<void> {
		return injectScript(PAGE_WORLD, { tabId, frameIds: [frameNumber] });
	}

	/** Measures the media of a frame that contains some. */
	watchMedia({ tabId, frameNumber }: FrameSender): Promise<void> {
		return injectScript(MEDIA, { tabId, frameIds: [frameNumber] });
	}

	async #registerScripts(): Promise<void> {
		await this.#readAccess();
		const hosts = this.hosts();
		const forEach = (name: string, script: Script): ContentScript[] =>
			hosts.map((host) => ({ id: `${name} ${host}`, matches: [hostPattern(host)], ...script }));
		const refused = await replaceContentScripts(NAMES, [
			...(this.isGrantedEverywhere
				? [{ id: EVERYWHERE, matches: [ALL_HOSTS], ...OBSERVER }]
				: forEach(FOLLOWED, OBSERVER)),
			// Never everywhere: nothing of ours enters the page's world of sites that are not followed.
			...forEach(PAGE_WORLD_NAME, PAGE_WORLD),
		]);
		this.#refused = hosts.filter((host) => refused.some((id) => id.endsWith(` ${host}`)));
	}

	async #readAccess(): Promise<void> {
		this.isGrantedEverywhere = await hasAccess(ALL_HOSTS);
	}

	#platformOf(host: string): string | null {
		return this.#added.find((site) => site.host === host)?.platform ?? null;
	}

	async #change(change: Promise<void>): Promise<void> {
		await change;
		await this.reload();
	}
}
