import { browser } from './browser';

/**
 * Opens the panel beside the pages of a window. Must run inside the click or the command: browsers refuse it later, so nothing may be
 * awaited before. https://developer.chrome.com/docs/extensions/reference/api/sidePanel#method-open
 */
export function openPanel(windowId: number): Promise<void> {
	const { sidePanel } = browser as unknown as { sidePanel?: SidePanel };
	return sidePanel ? sidePanel.open({ windowId }) : browser.sidebarAction.open();
}

/** The part of Chrome's `sidePanel` used here, which the polyfill's types lack. Firefox has `sidebarAction` instead. */
interface SidePanel {
	open(where: { windowId: number }): Promise<void>;
}

/** The command that opens Chrome's panel; Firefox has one of its own for its sidebar. */
export const PANEL_COMMAND = 'open-panel';
