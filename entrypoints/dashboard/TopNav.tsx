import { i18n } from '#i18n';
import { VIEWS, type ViewName } from '@/entrypoints/dashboard/context/route';

export interface TopNavProps {
	readonly current: ViewName;
	/** Address of a view, `#sites`. */
	readonly hrefOf: (view: ViewName) => string;
}

/** Links between the dashboard's views: plain links, so that back, bookmark and reload work. */
export function TopNav({ current, hrefOf }: TopNavProps) {
	return (
		<header class="top">
			<p class="brand">
				<img src="/icon/48.png" alt="" width="24" height="24" />
				{i18n.t('extension.name')}
			</p>
			<nav aria-label={i18n.t('nav.label')}>
				{VIEWS.map((view) => (
					<a key={view} href={hrefOf(view)} aria-current={view === current ? 'page' : undefined}>
						{i18n.t(`nav.${view}`)}
					</a>
				))}
			</nav>
		</header>
	);
}
