import type { LaterPage } from '@/entrypoints/dashboard/later-views';
import type { DashboardModel } from '@/entrypoints/dashboard/model';
import { createBackupView } from './backup-view';
import { createEraseView } from './erase-view';
import { OwnDataView } from './OwnDataView';

/** What the dashboard loads when the user's own data are opened. */
export function createDataPage({ services, eraseEverything }: DashboardModel): LaterPage {
	const backupView = createBackupView(services);
	const eraseView = createEraseView(eraseEverything);
	return { draw: () => <OwnDataView backupView={backupView} eraseView={eraseView} /> };
}
