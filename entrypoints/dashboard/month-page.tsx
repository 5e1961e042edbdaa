import type { LaterPage } from './later-views';
import { MonthView } from './MonthView';
import type { DashboardModel } from './model';
import { createMonthView } from './month-view';

/** What the dashboard loads when a month is looked at. */
export function createMonthPage(model: DashboardModel): LaterPage {
	const monthView = createMonthView(model.services, model.month, model.profile);
	return { draw: () => <MonthView model={model} monthView={monthView} />, load: monthView.load };
}
