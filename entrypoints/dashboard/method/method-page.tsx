import type { LaterPage } from '@/entrypoints/dashboard/later-views';
import type { DashboardModel } from '@/entrypoints/dashboard/model';
import { MethodView } from './MethodView';

/** What the dashboard loads when the method is read. */
export function createMethodPage(model: DashboardModel): LaterPage {
	return { draw: () => <MethodView model={model} /> };
}
