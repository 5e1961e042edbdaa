import type { LaterPage } from './later-views';
import { createLrsView } from './lrs-view';
import type { DashboardModel } from './model';
import { SettingsView } from './SettingsView';

/** What the dashboard loads when its settings are opened. */
export function createSettingsPage(model: DashboardModel): LaterPage {
	const lrsView = createLrsView(model.services);
	return { draw: () => <SettingsView model={model} lrsView={lrsView} />, load: lrsView.load };
}
