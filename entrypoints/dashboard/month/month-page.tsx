import type { LaterPage } from '@/entrypoints/dashboard/later-views';
import type { DashboardModel } from '@/entrypoints/dashboard/model';
import { MonthView } from './MonthView';
import { createMonthView } from './month-view';

/** What the dashboard loads when a month is looked at. */
export function createMonthPage(model: DashboardModel): LaterPage {
	const monthView = createMonthView(model.services, model.month, model.profile);
	return { draw: () => <MonthView model={model} monthView={monthView} />, load: monthView.load };
}
