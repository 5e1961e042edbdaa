import { browser } from '@/utils/browser/browser';
import { ask } from '@/utils/browser/rpc';
import type { Language } from '@/utils/core/units/language';
import { readSettings, restoreSettings, sitesOf } from '@/utils/settings/backup';
import { restoreTips } from '@/utils/settings/dismissed-tips';
import { readGoal, saveGoal, watchGoal } from '@/utils/settings/goal';
import { saveLanguage } from '@/utils/settings/language';
import { readLrs, readQueue, saveLrs, watchQueue } from '@/utils/settings/lrs';
import { readNotices, saveNotices, saveNudgedWeek } from '@/utils/settings/notices';
import { loadProfile, saveProfile, watchProfile } from '@/utils/settings/profile';
import { discardSecret, loadCodes, loadIds } from '@/utils/settings/pseudonyms';
import { readWeekly, readWeeklyState, saveWeekly, saveWeeklyState, watchWeekly } from '@/utils/settings/weekly';
import type { DashboardServices } from './services';

async function hasAccess(pattern: string): Promise<boolean> {
	try {
		return await browser.permissions.contains({ origins: [pattern] });
	} catch {
		// A host that no match pattern can name cannot have been granted.
		return false;
	}
}

async function requestAccess(pattern: string): Promise<boolean> {
	try {
		return await browser.permissions.request({ origins: [pattern] });
	} catch {
		// A host that no match pattern can name cannot be granted.
		return false;
	}
}

async function giveBackAccess(pattern: string): Promise<void> {
	try {
		await browser.permissions.remove({ origins: [pattern] });
	} catch {
		// The user took it back before, or it belongs to a platform known at install.
	}
}

async function giveBackDownloads(): Promise<void> {
	await browser.permissions.remove({ permissions: ['downloads'] });
}

async function giveBackNotifications(): Promise<void> {
	await browser.permissions.remove({ permissions: ['notifications'] });
}

/** Long enough for the browser to have opened the file. */
const OPENED_MS = 60_000;

function saveFile(file: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), OPENED_MS);
}

/** The dashboard's services in a browser. */
export function createBrowserServices(language: string, chosenLanguage: Language | null): DashboardServices {
	return {
		ask,
		loadProfile,
		saveProfile,
		watchProfile,
		readGoal,
		saveGoal,
		watchGoal,
		resetSettings: async () => {
			await Promise.all([saveProfile(null), restoreTips(), discardSecret(), saveLrs(null), saveLanguage(null)]);
			await Promise.all([
				saveWeekly(null),
				giveBackDownloads(),
				saveNotices(null),
				giveBackNotifications(),
				saveGoal(null),
			]);
		},
		hasAccess,
		requestAccess,
		version: browser.runtime.getManifest().version,
		language,
		chosenLanguage,
		chooseLanguage: async (chosen) => {
			await saveLanguage(chosen);
			location.reload();
		},
		loadCodes,
		loadIds,
		readLrs,
		saveLrs,
		readLrsQueue: readQueue,
		watchLrsQueue: watchQueue,
		giveBackAccess,
		readWeekly,
		saveWeekly,
		readWeeklyState,
		saveWeeklyState,
		watchWeekly,
		requestDownloads: () => browser.permissions.request({ permissions: ['downloads'] }),
		giveBackDownloads,
		readNotices,
		saveNotices: async (notices, nudgedWeek) => {
			if (nudgedWeek) await saveNudgedWeek(nudgedWeek);
			await saveNotices(notices);
		},
		requestNotifications: () => browser.permissions.request({ permissions: ['notifications'] }),
		giveBackNotifications,
		readSettings,
		restoreSettings,
		sitesOf,
		saveFile,
		now: () => new Date(),
	};
}
