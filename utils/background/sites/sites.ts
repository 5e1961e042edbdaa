import { browser } from '@/utils/browser/browser';
import { ALL_HOSTS, giveBackAccess, hasAccess } from '@/utils/browser/permissions';
import { type ContentScript, injectScript, replaceContentScripts, type Script } from '@/utils/browser/scripts';
import { createSerial } from '@/utils/browser/serial';
import { HOSTED_MATCHES, isHostedHost, sitePattern } from '@/utils/core/platforms/hosted';
import type { FrameSender } from '@/utils/core/schema/frame-messages';
import type { FollowedSite } from '@/utils/core/schema/sites/followed-site';
import { isHost } from '@/utils/core/units/host';
import {
	followSite,
	readKnownPlatforms,
	saveKnownPlatforms,
	unfollowAllSites,
	unfollowSite,
} from '@/utils/settings/followed-sites';
import { discardPauses, setLeftOut, setPause } from '@/utils/settings/pauses';
import { SiteRules } from './site-rules';

const OBSERVER: Script = { file: '/observer.js', world: 'ISOLATED' };
const PAGE_WORLD: Script = { file: '/page-world.js', world: 'MAIN' };
const MEDIA: Script = { file: '/media.js', world: 'ISOLATED' };

/** Names of registered scripts; those for one host are followed by it. */
const FOLLOWED = 'followed';
const EVERYWHERE = 'everywhere';
const PAGE_WORLD_NAME = 'page-world';
const NAMES = [FOLLOWED, EVERYWHERE, PAGE_WORLD_NAME];

/** The followed sites, and our scripts on their pages. */
export class Sites extends SiteRules {
	readonly #serial = createSerial();
	/** One reading of the access after another: a slow one would overwrite what a later one has read. */
	readonly #accessReading = createSerial();

	/** Whether the user has granted all hosts. */
	isGrantedEverywhere = false;

	override async restore(): Promise<void> {
		await Promise.all([super.restore(), this.#readAccess()]);
	}

	/** Follows a site for the user, unless it is managed and so followed anyway. One that was left out is taken back. */
	async follow(site: FollowedSite): Promise<void> {
		if (this.suspensionOf(site.host) === 'left-out') await setLeftOut(site.host, false);
		await this.#change(this.isManaged(site.host) ? Promise.resolve() : followSite(site));
	}

	unfollow(host: string): Promise<void> {
		return this.#change(unfollowSite(host));
	}

	/** Follows all hosted platforms, or only those that are listed one by one. */
	followKnown(isOn: boolean): Promise<void> {
		return this.#change(saveKnownPlatforms(isOn));
	}

	/** An earlier version, which was updated, followed all hosted platforms: they stay followed. Called once the extension is installed. */
	async adoptKnown(isUpdate: boolean): Promise<void> {
		if ((await readKnownPlatforms()) === null) await this.followKnown(isUpdate);
	}

	unfollowAll(): Promise<void> {
		return this.#change(Promise.all([unfollowAllSites(), saveKnownPlatforms(false), discardPauses()]));
	}

	/** Pauses one host, or all sites where `host` is null, or goes on there. */
	pause(host: string | null, isOn: boolean): Promise<void> {
		return this.#change(setPause(host, isOn));
	}

	/** Leaves a host out, or takes it back. */
	leaveOut(host: string, isOut: boolean): Promise<void> {
		return this.#change(setLeftOut(host, isOut));
	}

	/** Gives back the access to those of these hosts that are not followed. */
	async giveBackAccess(hosts: readonly string[]): Promise<void> {
		for (const host of hosts.filter((each) => isHost(each) && !this.isFollowed(each)))
			await giveBackAccess(sitePattern(host));
	}

	/** Gives back the access to all hosted platforms, but for hosts that are followed one by one. */
	async giveBackKnown(): Promise<void> {
		const kept = this.listedHosts().map(sitePattern);
		for (const pattern of HOSTED_MATCHES.filter((each) => !kept.includes(each))) await giveBackAccess(pattern);
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

	/** Observes the open pages of followed sites: those that an observer from before a reload, an update or a pause watched. */
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
		// The observer of a paused site only learns that it is paused, so that the button shows it.
		const observers = this.#scripts(FOLLOWED, OBSERVER, true);
		const refused = await replaceContentScripts(NAMES, [
			...(this.isGrantedEverywhere && observers.length > 0
				? [{ id: EVERYWHERE, matches: [ALL_HOSTS], ...OBSERVER }]
				: observers),
			// Never everywhere: nothing of ours enters the page's world of sites that are not followed.
			...this.#scripts(PAGE_WORLD_NAME, PAGE_WORLD, false),
		]);
		this.refused = this.listedHosts().filter((host) => refused.some((id) => id.endsWith(` ${host}`)));
	}

	/** One registration for all hosted platforms while they are followed, and one for each other site. */
	#scripts(name: string, script: Script, withPaused: boolean): ContentScript[] {
		const known = this.knownMatches(withPaused);
		const hasKnown = known.matches.length > 0;
		const hosts = this.hosts(withPaused).filter((host) => !hasKnown || !isHostedHost(host));
		return [
			...(hasKnown ? [{ id: name, ...known, ...script }] : []),
			...hosts.map((host) => ({ id: `${name} ${host}`, matches: [sitePattern(host)], ...script })),
		];
	}

	#readAccess(): Promise<void> {
		return this.#accessReading(async () => {
			this.isGrantedEverywhere = await hasAccess(ALL_HOSTS);
		});
	}

	async #change(change: Promise<unknown>): Promise<void> {
		await change;
		await this.reload();
	}
}
