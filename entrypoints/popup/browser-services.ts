import { browser } from '@/utils/browser/browser';
import { ask, watchTab } from '@/utils/browser/rpc';
import type { Detection } from '@/utils/core/platforms/detection';
import { readDismissedTips, saveDismissedTips } from '@/utils/settings/dismissed-tips';
import { loadProfile, watchProfile } from '@/utils/settings/profile';
import type { PopupServices, Tab } from './services';

const ALL_HOSTS = '*://*/*';

/** `?tab=<id>` names the tab where the popup is opened as a page of its own (tests, pictures). */
async function findTab(): Promise<Tab | null> {
	const wanted = Number(new URLSearchParams(location.search).get('tab'));
	const [tab] = wanted
		? [await browser.tabs.get(wanted)]
		: await browser.tabs.query({ active: true, currentWindow: true });
	if (tab?.id === undefined) return null;
	return { id: tab.id, url: tab.url ?? null };
}

async function detect(tabId: number): Promise<Detection | null> {
	const reply = await ask('tab/inspect', { tabId });
	return reply.ok ? reply.value : null;
}

async function requestAccess(pattern: string): Promise<boolean> {
	try {
		return await browser.permissions.request({ origins: [pattern] });
	} catch {
		// A host that no match pattern can name cannot be granted.
		return false;
	}
}

async function hasAccess(pattern: string): Promise<boolean> {
	try {
		return await browser.permissions.contains({ origins: [pattern] });
	} catch {
		// A host that no match pattern can name cannot have been granted.
		return false;
	}
}

/** The popup's services in a browser. */
export function createBrowserServices(): PopupServices {
	return {
		ask,
		watchTab,
		findTab,
		detect,
		requestAccess,
		hasAccess,
		hasWideAccess: () => hasAccess(ALL_HOSTS),
		loadProfile,
		watchProfile,
		loadDismissedTips: readDismissedTips,
		saveDismissedTips,
		reloadTab: (tabId) => {
			void browser.tabs.reload(tabId).then(() => window.close());
		},
		openDashboard: (hash = '') => {
			void browser.tabs
				.create({ url: `${browser.runtime.getURL('/dashboard.html')}${hash}` })
				.then(() => window.close());
		},
		now: () => new Date(),
	};
}
