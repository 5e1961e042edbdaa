import { LoadedView } from './LoadedView';
import type { DashboardModel } from './model';
import { TopNav } from './TopNav';
import { WeekView } from './week/WeekView';

/** The whole dashboard: the navigation, and the view that the address names. */
export function App({ model }: { readonly model: DashboardModel }) {
	const { view } = model.route.value;
	return (
		<div class="frame">
			<TopNav current={view} hrefOf={model.hrefOf} />
			<main>
				{view === 'week' && <WeekView model={model} />}
				{model.laterViews.has(view) && <LoadedView page={model.laterViews.page.value} />}
			</main>
		</div>
	);
}
