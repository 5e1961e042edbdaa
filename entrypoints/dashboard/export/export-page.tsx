import type { LaterPage } from '@/entrypoints/dashboard/later-views';
import type { DashboardModel } from '@/entrypoints/dashboard/model';
import { ExportView } from './ExportView';
import { createExportView } from './export-view';

/** What the dashboard loads when a week is exported. */
export function createExportPage(model: DashboardModel): LaterPage {
	const exportView = createExportView(model);
	return { draw: () => <ExportView model={model} exportView={exportView} />, load: exportView.load };
}
