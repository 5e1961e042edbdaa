import { signal } from '@preact/signals-core';
import { createEraseModel } from '@/entrypoints/dashboard/data/erase-model';
import { hasAccess, requestAccess, watchAccess } from '@/utils/browser/permissions';
import { ask } from '@/utils/browser/rpc';
import { followedPattern } from '@/utils/core/platforms/match-pattern';
import type { ErrorCode } from '@/utils/core/schema/page-messages';
import type { SiteState } from '@/utils/core/schema/sites/followed-site';
import { hostOfName } from '@/utils/core/units/host';
import { watchPolicy } from '@/utils/settings/policy';
import type { SiteFormStatus } from './SiteForm';

/** Platform id of a site whose pages were not inspected yet. */
const UNKNOWN_PLATFORM = 'site';
/** `browser.tabs.TAB_ID_NONE`: the site is followed from the dashboard, not from one of its tabs. */
const NO_TAB = -1;

/** The host name in what a person typed, with or without scheme and path; null when there is none. */
export function hostOfTyped(text: string): string | null {
	const trimmed = text.trim();
	const address = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
	if (!URL.canParse(address)) return null;
	const { protocol, hostname } = new URL(address);
	const host = /^https?:$/.test(protocol) ? hostOfName(hostname) : null;
	return host?.includes('.') || host === 'localhost' ? host : null;
}

/** A followed site, and whether the browser grants access to it. */
export interface FollowedSite extends SiteState {
	readonly hasAccess: boolean;
}

/** Follows a site that was granted. */
async function follow(host: string): Promise<SiteFormStatus> {
	const reply = await ask('site/follow', { host, platform: UNKNOWN_PLATFORM, tabId: NO_TAB });
	return reply.ok ? 'done' : 'failed';
}

async function withAccess(site: SiteState, pattern: string): Promise<FollowedSite> {
	return { ...site, hasAccess: site.isRefused !== true && (await hasAccess(pattern)) };
}

/**
 * The followed sites: list, follow, unfollow, restore access, erase the figures of an unfollowed one. `known` returns the match patterns of
 * the known platforms.
 */
export function createSitesModel(known: () => readonly string[]) {
	const sitePattern = (host: string) => followedPattern(host, known());
	const sites = signal<readonly FollowedSite[] | null>(null);
	const error = signal<ErrorCode | null>(null);
	const formStatus = signal<SiteFormStatus>('idle');
	/** The host unfollowed last, whose figures may be erased; null for none. */
	const left = signal<string | null>(null);
	const erasing = createEraseModel(async () => {
		const reply = await ask('erase/host', { host: left.value ?? '' });
		await load();
		return reply.ok ? [] : null;
	});

	watchAccess(() => {
		// Only what is shown: the background may still be about to follow what was granted.
		if (sites.value) void load();
	});
	// Chrome loads the organisation's sites only some time after its start, or the install.
	watchPolicy(() => void load());

	async function load(): Promise<void> {
		const reply = await ask('site/list', {});
		error.value = reply.ok ? null : reply.error;
		if (!reply.ok) return;
		sites.value = await Promise.all(reply.value.map((site) => withAccess(site, sitePattern(site.host))));
	}

	/** Must run inside the click: browsers refuse later permission requests. */
	async function add(typed: string): Promise<void> {
		const host = hostOfTyped(typed);
		if (host === null) {
			formStatus.value = 'invalid';
			return;
		}
		const request = requestAccess(sitePattern(host));
		formStatus.value = 'asking';
		formStatus.value = (await request) ? await follow(host) : 'refused';
		await load();
	}

	/** Must run inside the click, like {@link add}. The background listens for the grant. */
	async function restore(host: string): Promise<void> {
		await requestAccess(sitePattern(host));
		await load();
	}

	async function unfollow(host: string): Promise<void> {
		// Cancels the erasure of the site unfollowed before.
		erasing.cancel();
		const reply = await ask('site/unfollow', { host });
		left.value = reply.ok ? host : null;
		await load();
		if (!reply.ok) error.value = reply.error;
	}

	/** Removes a site that cannot be followed from the list. */
	async function remove(name: string): Promise<void> {
		const reply = await ask('site/remove', { name });
		await load();
		if (!reply.ok) error.value = reply.error;
	}

	return { sites, error, formStatus, left, erasing, load, add, restore, unfollow, remove };
}
