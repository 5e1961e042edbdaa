import { signal } from '@preact/signals-core';
import type { SiteFormStatus } from '@/components/SiteForm';
import type { ErrorCode, FollowedSite } from '@/utils/messaging/protocol';
import type { DashboardServices } from './services';

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

/** The sites that the user follows: list, add, stop. */
export function createSitesView(services: DashboardServices) {
	const sites = signal<readonly FollowedSite[] | null>(null);
	const error = signal<ErrorCode | null>(null);
	const formStatus = signal<SiteFormStatus>('idle');

	async function load(): Promise<void> {
		const reply = await services.ask('site/list', {});
		error.value = reply.ok ? null : reply.error;
		if (reply.ok) sites.value = reply.value;
	}

	/** Must run inside the click: the browsers refuse a permission request that comes later. */
	async function add(typed: string): Promise<void> {
		const host = hostOfTyped(typed);
		if (host === null) {
			formStatus.value = 'invalid';
			return;
		}
		const request = services.requestAccess(`*://${host}/*`);
		formStatus.value = 'asking';
		if (!(await request)) {
			formStatus.value = 'refused';
			return;
		}
		const reply = await services.ask('site/follow', { host, platform: UNKNOWN_PLATFORM, tabId: NO_TAB });
		formStatus.value = reply.ok ? 'done' : 'failed';
		await load();
	}

	async function unfollow(host: string): Promise<void> {
		const reply = await services.ask('site/unfollow', { host });
		if (!reply.ok) error.value = reply.error;
		await load();
	}

	return { sites, error, formStatus, load, add, unfollow };
}
