import type { LaterPage } from '@/entrypoints/dashboard/later-views';
import type { DashboardModel } from '@/entrypoints/dashboard/model';
import { createLrsView } from './lrs-view';
import { createNoticesView } from './notices-view';
import { SettingsView } from './SettingsView';

/** What the dashboard loads when its settings are opened. */
export function createSettingsPage(model: DashboardModel): LaterPage {
	const lrsView = createLrsView(model.services);
	const noticesView = createNoticesView(model.services);
	return {
		draw: () => <SettingsView model={model} lrsView={lrsView} noticesView={noticesView} />,
		load: async () => {
			await Promise.all([lrsView.load(), noticesView.load()]);
		},
	};
}
