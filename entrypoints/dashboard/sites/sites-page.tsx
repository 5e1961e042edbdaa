import type { LaterPage } from '@/entrypoints/dashboard/later-views';
import type { DashboardModel } from '@/entrypoints/dashboard/model';
import { SitesView } from './SitesView';
import { createSitesView } from './sites-view';

/** What the dashboard loads when the followed sites are opened. */
export function createSitesPage({ services }: DashboardModel): LaterPage {
	const sitesView = createSitesView(services);
	return { draw: () => <SitesView model={sitesView} />, load: sitesView.load };
}
