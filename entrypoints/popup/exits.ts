import type { ReadonlySignal } from '@preact/signals-core';
import { openPanel } from '@/utils/browser/panel';
import { openDashboard, reloadTab } from './tab';

/** What leads from the popup or the panel to something else. The popup closes then, and the panel stays. */
export function createExits(isPanel: boolean, windowId: ReadonlySignal<number | null>) {
	const leave = () => {
		if (!isPanel) window.close();
	};
	return {
		/** Opens the dashboard, at the view of a hash if there is one. */
		dashboard: (hash?: string) => openDashboard(hash).then(leave),
		reload: (tabId: number) => reloadTab(tabId).then(leave),
		/** Opens the panel beside the tab. Must run inside the click. */
		async keepBeside(): Promise<void> {
			if (windowId.value === null) return;
			await openPanel(windowId.value);
			leave();
		},
	};
}
