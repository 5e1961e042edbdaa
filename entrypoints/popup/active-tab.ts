import { browser } from '@/utils/browser/browser';
import type { PopupModel } from './model';
import { findTab, namedTabId } from './tab';

/** Keeps the panel on the active tab, and on what may be shown of it. Never stopped: the panel's page ends first. */
export function followActiveTab({ tab, exact }: PopupModel): void {
	const show = async () => {
		const found = await findTab(true);
		if (found !== undefined) await tab.show(found);
	};
	if (namedTabId() === null) watchActiveTab(() => void show());
	browser.permissions.onAdded.addListener(() => {
		void exact.load();
		if (!tab.isFollowing()) void show();
	});
	browser.permissions.onRemoved.addListener(async () => {
		const found = await findTab(true);
		if (found) await tab.accessRevoked(found);
	});
}

/** Calls `onChange` when another tab or window comes to the front or a window is closed, and when the page in front is loaded or has another address. */
function watchActiveTab(onChange: () => void): void {
	browser.tabs.onActivated.addListener(onChange);
	browser.tabs.onUpdated.addListener((_tabId, { status, url }, { active }) => {
		if (active && (status === 'complete' || url !== undefined)) onChange();
	});
	browser.windows.onFocusChanged.addListener((windowId) => {
		// Not when the focus goes to another program.
		if (windowId !== browser.windows.WINDOW_ID_NONE) onChange();
	});
	// The focus may go to another program with it.
	browser.windows.onRemoved.addListener(onChange);
}
