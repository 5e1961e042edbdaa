import { createSerial } from '@/utils/browser/serial';
import { CATALOGUE } from '@/utils/core/platforms/catalogue/catalogue';
import { HOSTED_MATCHES, isHostedHost, platformsOf, sitePattern } from '@/utils/core/platforms/hosted';
import type { Platform } from '@/utils/core/platforms/platform';
import type {
	FollowedSite,
	Following,
	SiteFollowing,
	SiteState,
	Suspension,
} from '@/utils/core/schema/sites/followed-site';
import { NO_PAUSES, type Pauses } from '@/utils/core/schema/sites/pauses';
import { isHost } from '@/utils/core/units/host';
import { readFollowedSites, readKnownPlatforms } from '@/utils/settings/followed-sites';
import { readPauses } from '@/utils/settings/pauses';
import { readPolicy, readRefusedHosts } from '@/utils/settings/policy';

/** Platform id of a site whose pages were not inspected yet. */
const UNKNOWN_PLATFORM = 'site';

/**
 * Which pages are measured: those of sites that the user follows one by one, of all hosted platforms where the user follows them, and
 * of sites that the organisation set; but for those that are paused or left out, which the organisation's never are.
 */
export class SiteRules {
	readonly #reading = createSerial();
	#added: readonly FollowedSite[] = [];
	#hasKnown = false;
	#pauses: Pauses = NO_PAUSES;
	#managedHosts: readonly string[] = [];
	/** What the organisation lists and names no host. */
	#misnamed: readonly string[] = [];
	/** Hosts whose scripts the browser refused to register. */
	protected refused: readonly string[] = [];

	/** One reading after another: a slow one would overwrite what a later one has read. */
	restore(): Promise<void> {
		return this.#reading(() => this.#read());
	}

	async #read(): Promise<void> {
		const [added, hasKnown, pauses, policy, misnamed] = await Promise.all([
			readFollowedSites(),
			readKnownPlatforms(),
			readPauses(),
			readPolicy(),
			readRefusedHosts(),
		]);
		this.#added = added;
		this.#hasKnown = hasKnown ?? false;
		this.#pauses = pauses;
		this.#managedHosts = policy.followedHosts;
		this.#misnamed = misnamed;
	}

	/** The sites that are followed one by one, the organisation's first; those that cannot be followed are marked. */
	list(): readonly Omit<SiteState, 'lastDay'>[] {
		const managed = [...this.#managedHosts, ...this.#misnamed].map((host) => ({
			host,
			platform: this.#platformOf(host) ?? UNKNOWN_PLATFORM,
			sinceDay: null,
			isManaged: true,
		}));
		const added = this.#added.filter(({ host }) => !this.isManaged(host));
		return [...managed, ...added.map((site) => ({ ...site, isManaged: false }))].map((site) =>
			isHost(site.host) && !this.refused.includes(site.host) ? site : { ...site, isRefused: true },
		);
	}

	/** The hosts of the list that can be followed, paused or not. */
	listedHosts(): readonly string[] {
		return this.list().flatMap(({ host }) => (isHost(host) ? [host] : []));
	}

	/** Those of them that are measured; with `withPaused`, those that are paused one by one too. */
	hosts(withPaused = false): readonly string[] {
		return this.listedHosts().filter((host) => this.#isServed(host, withPaused));
	}

	/**
	 * Match patterns of the hosted platforms while all of them are followed, and of their hosts that are left out or, unless
	 * `withPaused`, paused.
	 */
	knownMatches(withPaused = false): {
		readonly matches: readonly string[];
		readonly excludeMatches: readonly string[];
	} {
		if (!this.#hasKnown || this.#pauses.isEverywhere) return { matches: [], excludeMatches: [] };
		const named = [...this.#pauses.hosts, ...this.#pauses.leftOut];
		const excluded = named.filter((host) => isHostedHost(host) && !this.#isServed(host, withPaused));
		return { matches: HOSTED_MATCHES, excludeMatches: excluded.map(sitePattern) };
	}

	/** Match patterns of every site that is followed, paused or not. */
	allMatches(): string[] {
		return [...(this.#hasKnown ? HOSTED_MATCHES : []), ...this.listedHosts().map(sitePattern)];
	}

	/** Whether pages of a host are measured. */
	isFollowed(host: string): boolean {
		return this.#isListed(host) && this.suspensionOf(host) === null;
	}

	/** Whether a page is measured, by its address: hosted platforms over https only, other sites as the user follows them. */
	isFollowedPage(address: string): boolean {
		if (!URL.canParse(address)) return false;
		const { protocol, hostname } = new URL(address);
		return this.isFollowed(hostname) && (protocol === 'https:' || !isHostedHost(hostname));
	}

	/** Why nothing is measured on a host; null where nothing keeps it from being. */
	suspensionOf(host: string): Suspension | null {
		if (this.isManaged(host)) return null;
		if (this.#pauses.leftOut.includes(host)) return 'left-out';
		if (this.#pauses.isEverywhere) return 'paused-everywhere';
		return this.#pauses.hosts.includes(host) ? 'paused' : null;
	}

	/** Whether a host is followed, and a pause is all that keeps it from being measured. */
	isPaused(host: string): boolean {
		return this.#isListed(host) && ['paused', 'paused-everywhere'].includes(this.suspensionOf(host) ?? '');
	}

	/** What the interface shows of a host. */
	stateOf(host: string): SiteFollowing {
		return {
			isListed: this.#isListed(host),
			isManaged: this.isManaged(host),
			suspension: this.suspensionOf(host),
			pattern: sitePattern(host),
		};
	}

	/** What the interface shows of all sites. */
	following(): Following {
		return { hasKnown: this.#hasKnown, knownMatches: HOSTED_MATCHES, ...this.#pauses };
	}

	/** Catalogue entries to look for on a host: all of them where the user follows a site of an unknown platform. */
	platformsOn(host: string): readonly Platform[] {
		const known = platformsOf(host, this.#platformOf(host));
		return known.length > 0 ? known : CATALOGUE;
	}

	#isServed(host: string, withPaused: boolean): boolean {
		const suspension = this.suspensionOf(host);
		return suspension === null || (withPaused && suspension === 'paused');
	}

	protected isManaged(host: string): boolean {
		return this.#managedHosts.includes(host);
	}

	#isListed(host: string): boolean {
		return isHost(host) && ((this.#hasKnown && isHostedHost(host)) || this.listedHosts().includes(host));
	}

	#platformOf(host: string): string | null {
		return this.#added.find((site) => site.host === host)?.platform ?? null;
	}
}
