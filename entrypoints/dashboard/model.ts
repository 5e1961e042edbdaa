import { createContext, type Page } from './context/context';
import { createViews } from './views';

/** The dashboard's state and actions. */
export function createDashboardModel(page: Page) {
	const context = createContext(page);
	const views = createViews(context);

	/** Shows the view that the address names. */
	async function go(hash: string): Promise<void> {
		context.go(hash);
		await Promise.all([context.load(), views.show()]);
		await views.load();
	}

	/** Reads everything shown again, as when the tab becomes visible. */
	async function refresh(): Promise<void> {
		await context.load();
		await views.load();
	}

	return { context, view: views.current, go, refresh };
}

export type DashboardModel = ReturnType<typeof createDashboardModel>;
