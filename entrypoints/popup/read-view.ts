import { hasAccess } from '@/utils/browser/permissions';
import { ask } from '@/utils/browser/rpc';
import { addressPattern } from '@/utils/core/platforms/match-pattern';
import type { Tab } from './tab';
import { type PopupView, viewWithoutAddress, viewWithoutVisit, webHost } from './view';

/** The view of a tab, and whether the background answered. */
export async function readView(tab: Tab | null, isPanel: boolean): Promise<{ next: PopupView; isAnswered: boolean }> {
	if (tab === null) return { next: { name: 'internal' }, isAnswered: true };
	const reply = await ask('visit/get', { tabId: tab.id });
	if (!reply.ok) return { next: { name: 'error', error: reply.error }, isAnswered: false };
	if (reply.value && (await hasTabAccess(tab, isPanel)))
		return { next: { name: 'visit', visit: reply.value }, isAnswered: true };
	return { next: await inspect(tab, isPanel), isAnswered: true };
}

/**
 * Whether the browser grants access to the page's host. With `activeTab` alone, opening the popup starts measuring this
 * page, but not the next one. The panel stays while the tab goes to a page without an address, such as about:blank.
 */
async function hasTabAccess({ url }: Tab, isPanel: boolean): Promise<boolean> {
	return webHost(url) === null ? !isPanel : hasAccess(addressPattern(url ?? ''));
}

/** The view of a tab without a visit. */
async function inspect(tab: Tab, isPanel: boolean): Promise<PopupView> {
	const host = webHost(tab.url);
	if (host === null) return viewWithoutAddress(tab.url, isPanel);
	const [detection, sites, following, isAllowed] = await Promise.all([
		ask('tab/inspect', { tabId: tab.id }),
		ask('site/list', {}),
		ask('site/state', { host }),
		hasTabAccess(tab, isPanel),
	]);
	if (!following.ok) return { name: 'error', error: following.error };
	return viewWithoutVisit({
		tabId: tab.id,
		host,
		detection: detection.ok ? detection.value : null,
		site: (sites.ok && sites.value.find((each) => each.host === host)) || null,
		following: following.value,
		hasAccess: isAllowed,
	});
}
