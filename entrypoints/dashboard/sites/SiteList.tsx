import { i18n } from '#i18n';
import { pageFormat } from '@/components/layout/page-format';
import type { FollowedSite } from './sites-model';

export interface SiteListProps {
	readonly sites: readonly FollowedSite[];
	readonly onUnfollow: (host: string) => void;
	/** Removes a site that cannot be followed. */
	readonly onRemove: (name: string) => void;
	/** Called inside the click, as browsers require for a permission request. */
	readonly onRestore: (host: string) => void;
}

/** The followed sites with their access and last visit, with buttons to unfollow them and to restore access. */
export function SiteList({ sites, ...actions }: SiteListProps) {
	if (sites.length === 0) return <p class="soft">{i18n.t('sites.none')}</p>;
	return (
		<ul class="sites">
			{sites.map((site) => (
				<SiteRow key={site.host} site={site} {...actions} />
			))}
		</ul>
	);
}

function SiteRow({
	site,
	onUnfollow,
	onRemove,
	onRestore,
}: { readonly site: FollowedSite } & Omit<SiteListProps, 'sites'>) {
	const format = pageFormat();
	const { host, sinceDay, lastDay, isManaged, isRefused = false, hasAccess } = site;
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
				<small class={hasAccess ? 'soft' : 'alarm'}>{i18n.t(`sites.${state}`)}</small>
			</span>
			<span class="actions">
				{!hasAccess && !isRefused && (
					<button
						type="button"
						class="main"
						aria-label={i18n.t('restore.button_for', [host])}
						onClick={() => onRestore(host)}
					>
						{i18n.t('restore.button')}
					</button>
				)}
				{!isManaged && (
					<button
						type="button"
						aria-label={i18n.t(isRefused ? 'sites.remove_label' : 'sites.unfollow_label', [host])}
						onClick={() => (isRefused ? onRemove(host) : onUnfollow(host))}
					>
						{i18n.t(isRefused ? 'sites.remove' : 'sites.unfollow')}
					</button>
				)}
			</span>
		</li>
	);
}
