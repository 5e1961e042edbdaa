import { TopNav } from '@/components/TopNav';
import { ExportView } from './ExportView';
import { LoadedView } from './LoadedView';
import type { DashboardModel } from './model';
import { OwnDataView } from './OwnDataView';
import { SettingsView } from './SettingsView';
import { SitesView } from './SitesView';
import { WeekView } from './WeekView';

/** The whole dashboard: the navigation, and the view that the address names. */
export function App({ model }: { readonly model: DashboardModel }) {
	const { view } = model.route.value;
	return (
		<div class="frame">
			<TopNav current={view} hrefOf={model.hrefOf} />
			<main>
				{view === 'week' && <WeekView model={model} />}
				{view === 'export' && <ExportView model={model} />}
				{model.laterViews.has(view) && <LoadedView page={model.laterViews.page.value} />}
				{view === 'sites' && <SitesView model={model.sitesView} />}
				{view === 'data' && <OwnDataView model={model} />}
				{view === 'settings' && <SettingsView model={model} />}
			</main>
		</div>
	);
}
