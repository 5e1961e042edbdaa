import { browser } from 'wxt/browser';
import { guessProfile } from '@/utils/carbon/guess';
import { FRENCH, SOFTWARE } from '@/utils/export/csv';
import { ask } from '@/utils/messaging/ask';
import { restoreTips } from '@/utils/settings/dismissed-tips';
import { readProfile, saveProfile } from '@/utils/settings/profile';
import type { DashboardServices, ProfileState } from './services';

async function loadProfile(): Promise<ProfileState> {
	const saved = await readProfile();
	if (saved) return { profile: saved, isGuessed: false };
	const hints = { locale: browser.i18n.getUILanguage(), userAgent: navigator.userAgent };
	return { profile: guessProfile(hints), isGuessed: true };
}

async function requestAccess(pattern: string): Promise<boolean> {
	try {
		return await browser.permissions.request({ origins: [pattern] });
	} catch {
		// A host that no match pattern can name cannot be granted.
		return false;
	}
}

/** The dashboard's services in a browser. */
export function createBrowserServices(language: string): DashboardServices {
	return {
		ask,
		loadProfile,
		saveProfile,
		resetSettings: async () => {
			await Promise.all([saveProfile(null), restoreTips()]);
		},
		requestAccess,
		version: browser.runtime.getManifest().version,
		csvDialect: language.startsWith('fr') ? FRENCH : SOFTWARE,
		now: () => new Date(),
	};
}
