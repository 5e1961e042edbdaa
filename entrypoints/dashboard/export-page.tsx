import { ExportView } from './ExportView';
import { createExportView } from './export-view';
import type { LaterPage } from './later-views';
import type { DashboardModel } from './model';

/** What the dashboard loads when a week is exported. */
export function createExportPage(model: DashboardModel): LaterPage {
	const exportView = createExportView(model);
	return { draw: () => <ExportView model={model} exportView={exportView} />, load: exportView.load };
}
