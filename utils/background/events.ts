import { BUCKET_ALARM } from '@/utils/background/export/bucket';
import { LRS_ALARM } from '@/utils/background/export/lrs';
import { scheduleWeekEnd, WEEK_ALARM } from '@/utils/background/export/weekly';
import { showPauses } from '@/utils/background/upkeep/pause-mark';
import { FOLLOW_MARK_ALARM, unmarkFollowed } from '@/utils/background/upkeep/toolbar';
import { runUpkeep, scheduleUpkeep, UPKEEP_ALARM } from '@/utils/background/upkeep/upkeep';
import { watchNotificationClicks } from '@/utils/background/upkeep/week-notification';
import { browser } from '@/utils/browser/browser';
import { openPanel, PANEL_COMMAND } from '@/utils/browser/panel';
import { ALL_HOSTS } from '@/utils/browser/permissions';
import { watchAssistants } from '@/utils/settings/assistants';
import { watchNotices } from '@/utils/settings/notices';
import { watchPolicy } from '@/utils/settings/policy';
import type { Parts } from './parts';

// Each function adds its listeners at once: the browser starts the background for an event only if its listener was added in the first
// tick. https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/events

/** Notes which tab opened another, and ends the visits of closed tabs. */
export function watchTabs({ contexts, waste, auditWatch, tracker, ready }: Parts): void {
	browser.tabs.onCreated.addListener(({ id, openerTabId }) => {
		if (id !== undefined && openerTabId !== undefined) void ready.then(() => tracker.noteOpener(id, openerTabId));
	});
	browser.tabs.onRemoved.addListener((tabId) => {
		contexts.discard(tabId);
		waste.discard(tabId);
		auditWatch.discard(tabId);
		void ready.then(() => {
			tracker.registry.noteClosed(tabId);
			tracker.end(tabId);
		});
	});
}

/** Applies what the user grants and revokes. */
export function watchAccess(parts: Parts): void {
	const { network, follower, tracker, ready } = parts;
	watchNotificationClicks();
	browser.permissions.onAdded.addListener(({ origins }) => {
		watchNotificationClicks();
		network.start();
		void syncScripts(parts);
		void ready.then(() => follower.accessGranted(origins ?? [], Date.now()));
	});
	browser.permissions.onRemoved.addListener(({ origins }) => {
		network.start();
		void syncScripts(parts);
		if (origins?.includes(ALL_HOSTS)) void ready.then(() => tracker.accessNarrowed());
	});
	network.start();
}

/** Applies settings that other pages or the organisation change. */
export function watchSettings({ assistants, audits, badge, sites, sober, ready }: Parts): void {
	watchNotices(() => void ready.then(() => badge.redraw()).then(() => showPauses(sites)));
	watchAssistants(() => void assistants.restore());
	watchPolicy(() => void assistants.restore());
	watchPolicy(() => void ready.then(() => audits.restore()));
	watchPolicy(() => void ready.then(() => sites.reload()).then(() => sober.reload()));
}

/** Registers the scripts again after an installation, an update or a start of the browser; opens the welcome page after the first. */
export function watchStartup(parts: Parts): void {
	const { sites, ready } = parts;
	browser.runtime.onInstalled.addListener(({ reason }) => {
		void ready.then(() => sites.adoptKnown(reason === 'update')).then(() => syncScripts(parts));
		if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
	});
	browser.runtime.onStartup.addListener(() => void syncScripts(parts));
}

/** Opens the panel by keyboard. */
export function watchCommands(): void {
	browser.commands.onCommand.addListener((name, tab) => {
		if (name === PANEL_COMMAND && tab?.windowId !== undefined) void openPanel(tab.windowId);
	});
}

/** Runs the daily upkeep, the end of the week and repeated attempts to send. */
export function watchAlarms({ audits, database, lrs, bucket, weekEnd, tracker, ready }: Parts): void {
	const endWeek = () => void ready.then(weekEnd.end);
	browser.alarms.onAlarm.addListener(({ name }) => {
		if (name === UPKEEP_ALARM) {
			void ready.then(async () => runUpkeep(await database.open(), new Date(), tracker.registry.ids()));
			void ready.then(() => audits.endIfOver(Date.now()));
		}
		if (name === FOLLOW_MARK_ALARM) void unmarkFollowed();
		if (name === WEEK_ALARM) endWeek();
		if (name === LRS_ALARM) void lrs.sendDue();
		if (name === BUCKET_ALARM) void ready.then(() => bucket.sendDue());
	});
	void scheduleUpkeep();
	void scheduleWeekEnd();
	// The browser may have been closed at the end of the week.
	endWeek();
}

async function syncScripts({ sites, sober, ready }: Parts): Promise<void> {
	await ready;
	await sites.syncScripts();
	await sober.sync();
}
