import { signal } from '@preact/signals-core';
import { requestAccess } from '@/utils/browser/permissions';
import { ask } from '@/utils/browser/rpc';
import type { SiteFollowing, Suspension } from '@/utils/core/schema/sites/followed-site';

/** A site on which nothing is measured, as the user chose. */
export interface SuspendedSite extends Pick<SiteFollowing, 'isListed' | 'pattern'> {
	readonly host: string;
	readonly suspension: Suspension;
}

/** What is measured of the tab's site, or why not. */
interface SuspendedTab {
	/** The host of the visit that is shown; null where none is. */
	host(): string | null;
	/** Shows the tab anew. */
	show(): Promise<void>;
}

/** Pauses on the site of the tab or everywhere, leaving the site out, and the ways back. */
export function createPauseModel({ host, show }: SuspendedTab) {
	/** The host that may be paused; null for one that the organisation set, and while it is not known. */
	const pausable = signal<string | null>(null);
	/** Whether the browser was asked for a site that is to be followed again, and the user refused. */
	const isRefused = signal(false);

	/** Reads whether the site may be paused. */
	async function load(of: string): Promise<void> {
		const reply = await ask('site/state', { host: of });
		pausable.value = reply.ok && !reply.value.isManaged ? of : null;
	}

	async function pause(scope: 'site' | 'everywhere', isOn = true, of = host()): Promise<void> {
		await ask('following/pause', { host: scope === 'site' ? of : null, isOn });
		await show();
	}

	/** Leaves a site out, or takes it back. */
	async function leave(of: string, isOut: boolean): Promise<void> {
		isRefused.value = false;
		await ask('site/leave', { host: of, isOn: isOut });
		await show();
	}

	/** Measures a suspended site again. Must run inside the click: a site that was left out may have to be granted again. */
	async function goOn(site: SuspendedSite): Promise<void> {
		if (site.suspension !== 'left-out')
			return pause(site.suspension === 'paused' ? 'site' : 'everywhere', false, site.host);
		const access = site.isListed ? requestAccess(site.pattern) : Promise.resolve(true);
		if (await access) await leave(site.host, false);
		else isRefused.value = true;
	}

	return { pausable, isRefused, load, pause, leave, goOn };
}

export type PauseModel = ReturnType<typeof createPauseModel>;
