import { signal } from '@preact/signals-core';
import { createEraseView } from '@/entrypoints/dashboard/data/erase-view';
import type { DashboardServices } from '@/entrypoints/dashboard/services';
import type { ErrorCode, SiteState } from '@/utils/core/schema/protocol';
import type { SiteFormStatus } from './SiteForm';

/** Platform id of a site whose pages were not looked at yet. */
const UNKNOWN_PLATFORM = 'site';
/** `browser.tabs.TAB_ID_NONE`: the site is followed from the dashboard, not from one of its tabs. */
const NO_TAB = -1;

/** The host name in what a person typed, with or without scheme and path; null when there is none. */
export function hostOfTyped(text: string): string | null {
	const trimmed = text.trim();
	const address = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
	if (!URL.canParse(address)) return null;
	const { protocol, hostname } = new URL(address);
	const isSite = /^https?:$/.test(protocol) && (hostname.includes('.') || hostname === 'localhost');
	return isSite && !/[*\s]/.test(hostname) ? hostname : null;
}

/** A followed site with what the browser says of its permission. */
export interface SiteRow extends SiteState {
	readonly hasAccess: boolean;
}

/** The followed sites: list, add, stop, restore a permission, erase the figures of one that was left. */
export function createSitesView(services: DashboardServices) {
	const sites = signal<readonly SiteRow[] | null>(null);
	const error = signal<ErrorCode | null>(null);
	const formStatus = signal<SiteFormStatus>('idle');
	/** The host that was left last, whose figures may go too; null when there is none. */
	const left = signal<string | null>(null);
	const erasing = createEraseView(async () => {
		const reply = await services.ask('erase/host', { host: left.value ?? '' });
		await load();
		return reply.ok;
	});

	async function load(): Promise<void> {
		const reply = await services.ask('site/list', {});
		error.value = reply.ok ? null : reply.error;
		if (!reply.ok) return;
		const toRow = async (site: SiteState) => ({ ...site, hasAccess: await services.hasAccess(patternOf(site.host)) });
		sites.value = await Promise.all(reply.value.map(toRow));
	}

	/** Must run inside the click: the browsers refuse a permission request that comes later. */
	async function add(typed: string): Promise<void> {
		const host = hostOfTyped(typed);
		if (host === null) {
			formStatus.value = 'invalid';
			return;
		}
		const request = services.requestAccess(patternOf(host));
		formStatus.value = 'asking';
		if (!(await request)) {
			formStatus.value = 'refused';
			return;
		}
		const reply = await services.ask('site/follow', { host, platform: UNKNOWN_PLATFORM, tabId: NO_TAB });
		formStatus.value = reply.ok ? 'done' : 'failed';
		await load();
	}

	/** Must run inside the click, like {@link add}. The background hears of the grant by itself. */
	async function restore(host: string): Promise<void> {
		await services.requestAccess(patternOf(host));
		await load();
	}

	async function unfollow(host: string): Promise<void> {
		// Figures of the site left before that wait to be erased stay, as if undone.
		erasing.cancel();
		const reply = await services.ask('site/unfollow', { host });
		left.value = reply.ok ? host : null;
		await load();
		if (!reply.ok) error.value = reply.error;
	}

	return { sites, error, formStatus, left, erasing, load, add, restore, unfollow };
}

function patternOf(host: string): string {
	return `*://${host}/*`;
}
