import type { LaterPage } from './later-views';
import { MethodView } from './MethodView';
import type { DashboardModel } from './model';

/** What the dashboard loads when the method is read. */
export function createMethodPage(model: DashboardModel): LaterPage {
	return { draw: () => <MethodView model={model} /> };
}
