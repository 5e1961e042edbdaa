import type { DashboardModel } from './model';

/** How often the figures of an open view are read again. */
export const REFRESH_MS = 30_000;

/** Views of figures that a lesson beside them changes. The others have forms, which nothing may fill in again. */
const LIVE_VIEWS: readonly string[] = ['week', 'month'];

/** Reads the open view again when its tab becomes visible and, for figures, every half minute while it is. Never stopped. */
export function keepFresh({ context, refresh }: Pick<DashboardModel, 'context' | 'refresh'>): void {
	document.addEventListener('visibilitychange', () => {
		if (!document.hidden) void refresh();
	});
	setInterval(() => {
		if (!document.hidden && LIVE_VIEWS.includes(context.route.value.view)) void refresh();
	}, REFRESH_MS);
}
