import type { Sites } from '@/utils/background/sites/sites';
import { browser } from '@/utils/browser/browser';
import { PAUSE_MARK, setResting, writeButton } from './button';

/** Shows on the button that everything is paused, or shows it no more. */
export async function showPause(sites: Pick<Sites, 'following'>): Promise<void> {
	const title = () => browser.i18n.getMessage('pause_marked');
	await setResting(sites.following().isEverywhere ? { text: PAUSE_MARK, title: title() } : null);
}

/** Shows on the button of a tab that its site is paused. */
export function markPausedTab(tabId: number, host: string): Promise<void> {
	return writeButton(PAUSE_MARK, browser.i18n.getMessage('pause_marked_site', [host]), { tabId });
}

/** The same for all open tabs, whose buttons show nothing of their own. */
export async function showPauses(sites: Pick<Sites, 'following' | 'suspensionOf'>): Promise<void> {
	await showPause(sites);
	if (sites.following().hosts.length === 0) return;
	for (const { id, url = '' } of await browser.tabs.query({})) {
		const host = URL.canParse(url) ? new URL(url).hostname : '';
		if (id !== undefined && sites.suspensionOf(host) === 'paused') await markPausedTab(id, host);
	}
}
