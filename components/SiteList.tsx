import { i18n } from '#i18n';
import { useFormat } from './language';

export interface SiteListProps {
	/** Hosts, each with the local day since when it is followed, `YYYY-MM-DD`. */
	readonly sites: readonly { readonly host: string; readonly sinceDay: string }[];
	readonly onUnfollow: (host: string) => void;
}

/** The sites that the user chose to follow, each with a way out. */
export function SiteList({ sites, onUnfollow }: SiteListProps) {
	const format = useFormat();
	if (sites.length === 0) return <p class="soft">{i18n.t('sites.none')}</p>;
	return (
		<ul class="sites">
			{sites.map(({ host, sinceDay }) => (
				<li key={host}>
					<span>
						{host}
						<small class="soft">{i18n.t('sites.since', [format.date(sinceDay)])}</small>
					</span>
					<button type="button" aria-label={i18n.t('sites.unfollow_label', [host])} onClick={() => onUnfollow(host)}>
						{i18n.t('sites.unfollow')}
					</button>
				</li>
			))}
		</ul>
	);
}
