import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { FollowedSite } from './sites-model';

export interface SiteListProps {
	readonly sites: readonly FollowedSite[];
	/** Hosts that are paused or left out. */
	readonly suspended: readonly string[];
	readonly onUnfollow: (host: string) => void;
	/** Removes a site that cannot be followed. */
	readonly onRemove: (name: string) => void;
	/** Called inside the click, as browsers require for a permission request. */
	readonly onRestore: (host: string) => void;
	/** Pauses the site. */
	readonly onPause: (host: string) => void;
	/** Leaves the site out. */
	readonly onLeave: (host: string) => void;
}

/** The followed sites with their access and last visit, with buttons to unfollow them and to restore access. */
export function SiteList({ sites, suspended, ...actions }: SiteListProps) {
	if (sites.length === 0) return <p class="soft">{i18n.t('sites.none')}</p>;
	return (
		<ul class="sites">
			{sites.map((site) => (
				<SiteRow key={site.host} site={site} isSuspended={suspended.includes(site.host)} {...actions} />
			))}
		</ul>
	);
}

interface SiteRowProps extends Omit<SiteListProps, 'sites' | 'suspended'> {
	readonly site: FollowedSite;
	readonly isSuspended: boolean;
}

function SiteRow({ site, isSuspended, ...actions }: SiteRowProps) {
	const format = pageFormat();
	const { host, sinceDay, lastDay, isManaged, isRefused = false, hasAccess } = site;
	const suspended = isSuspended && !isManaged;
	const state = isRefused ? (isManaged ? 'refused_managed' : 'refused_host') : hasAccess ? 'access' : 'no_access';
	const since = sinceDay === null ? i18n.t('sites.managed') : i18n.t('sites.since', [format.date(sinceDay)]);
	const last = lastDay === null ? i18n.t('sites.never') : i18n.t('sites.last', [format.date(lastDay)]);
	return (
		<li>
			<span>
				{host}
				<small class="soft">
					{since} · {last}
				</small>
				<small class={hasAccess || suspended ? 'soft' : 'alarm'}>
					{i18n.t(suspended ? 'pause.suspended' : `sites.${state}`)}
				</small>
			</span>
			<RowActions site={site} isSuspended={suspended} {...actions} />
		</li>
	);
}

function RowActions({ site, isSuspended, ...actions }: SiteRowProps) {
	const { host, isManaged, isRefused = false, hasAccess } = site;
	return (
		<span class="actions">
			{!hasAccess && !isRefused && !isSuspended && (
				<button
					type="button"
					class="main"
					aria-label={i18n.t('restore.button_for', [host])}
					onClick={() => actions.onRestore(host)}
				>
					{i18n.t('restore.button')}
				</button>
			)}
			{!isManaged && !isRefused && !isSuspended && (
				<>
					<button type="button" aria-label={i18n.t('pause.row_label', [host])} onClick={() => actions.onPause(host)}>
						{i18n.t('pause.row')}
					</button>
					<button type="button" aria-label={i18n.t('pause.leave_label', [host])} onClick={() => actions.onLeave(host)}>
						{i18n.t('pause.leave')}
					</button>
				</>
			)}
			{!isManaged && (
				<button
					type="button"
					class="unfollow"
					aria-label={i18n.t(isRefused ? 'sites.remove_label' : 'sites.unfollow_label', [host])}
					onClick={() => (isRefused ? actions.onRemove(host) : actions.onUnfollow(host))}
				>
					{i18n.t(isRefused ? 'sites.remove' : 'sites.unfollow')}
				</button>
			)}
		</span>
	);
}
