import { defineBackground } from 'wxt/utils/define-background';
import { createLrsSender, isLrs } from '@/utils/background/export/lrs';
import { createWeekEnd, isWeekEnd, planWeekEnd } from '@/utils/background/export/weekly';
import { NetworkWatch } from '@/utils/background/network/network';
import { backupPages } from '@/utils/background/routes/backup-routes';
import { erasePages } from '@/utils/background/routes/erase-routes';
import { Router } from '@/utils/background/routes/router';
import { sitePages } from '@/utils/background/routes/site-routes';
import { soberFrames, soberPages } from '@/utils/background/routes/sober-routes';
import { Follower } from '@/utils/background/sites/follower';
import { EVERYWHERE, Sites } from '@/utils/background/sites/sites';
import { Sober } from '@/utils/background/sober/sober';
import { listenToClicks } from '@/utils/background/upkeep/tell-week';
import { createBadge, markButton } from '@/utils/background/upkeep/toolbar';
import { isUpkeep, planUpkeep, runUpkeep } from '@/utils/background/upkeep/upkeep';
import { CourseContexts } from '@/utils/background/visits/course-contexts';
import { LiveViewers } from '@/utils/background/visits/live';
import { discardSessions, persistSessions, readSessions } from '@/utils/background/visits/sessions';
import { VisitTracker } from '@/utils/background/visits/visits';
import { WasteWatch } from '@/utils/background/visits/waste';
import { browser, type MessageSender } from '@/utils/browser/browser';
import { LIVE_PORT_PREFIX } from '@/utils/browser/rpc';
import { dayOf } from '@/utils/core/units/day';
import { watchNotices } from '@/utils/settings/notices';
import { watchPolicy } from '@/utils/settings/policy';
import { openDatabase } from '@/utils/store/database';
import { readHistory } from '@/utils/store/history';
import { saveVisit } from '@/utils/store/visits';

function main(): void {
	const database = openDatabase();
	const sites = new Sites();
	const sober = new Sober(sites);
	const viewers = new LiveViewers();
	const tracker = new VisitTracker(
		{
			async save(visits) {
				const open = await database;
				for (const { courseLabel, nowPlaying: _, ...visit } of visits) await saveVisit(open, visit, courseLabel);
			},
			keep: persistSessions,
			forget: discardSessions,
			changed(tabId, visit) {
				viewers.show(tabId, visit);
				badge.show(tabId, visit);
			},
		},
		() => sites.isGrantedEverywhere,
	);
	const badge = createBadge((tabId) => tracker.current(tabId));
	/** Whatever uses visits waits until those that an earlier life of this worker knew are back. */
	const ready = Promise.all([
		sites.restore(),
		sober.restore(),
		badge.restore(),
		readSessions(Date.now()).then(({ states, sinceMs }) => tracker.restore(states, sinceMs)),
	]);
	const places = new CourseContexts((visitId, place) => tracker.locate(visitId, place));
	const waste = new WasteWatch(tracker);
	let isReady = false;
	void ready.then(() => {
		isReady = true;
	});
	const network = new NetworkWatch((details, fact) => {
		if (isReady) return tracker.book(details, fact);
		void ready.then(() => tracker.book(details, fact));
		return false;
	});
	const follower = new Follower(async ({ host, platform, tabId }) => {
		await sites.follow({ host, platform, sinceDay: dayOf(new Date()) });
		network.start();
		await sites.observeTab(tabId);
		await sober.changed();
	});

	const lrs = createLrsSender(database);
	const readDays = async (firstDay: string, lastDay: string) => {
		await tracker.flush();
		return readHistory(await database, firstDay, lastDay);
	};
	const week = createWeekEnd(readDays, lrs);
	const endWeek = () => void ready.then(week.end);

	const router = new Router(
		browser.runtime.id,
		browser.runtime.getURL(''),
		{
			'visit/get': ({ tabId }) => tracker.current(tabId),
			'history/get': ({ firstDay, lastDay }) => {
				// Whoever looks at figures has seen the mark.
				void markButton(false);
				return readDays(firstDay, lastDay);
			},
			'weekly/take': ({ week: ended }) => week.files.take(ended),
			...sitePages({ database, tracker, sites, sober, follower }),
			...backupPages({ database, tracker, sites, sober }),
			'lrs/send': async ({ week }) => {
				await lrs.add(week);
				return null;
			},
			...soberPages(sober),
			...erasePages({ database, tracker, sites, sober }),
		},
		{
			open(sender, report) {
				if (sender.isTop && !sites.isFollowed(new URL(sender.url).hostname)) {
					tracker.end(sender.tabId);
					return null;
				}
				const answer = tracker.open(sender, report);
				viewers.greet(sender.tabId);
				if (sender.isTop) sober.begin(sender.tabId);
				if (!sender.isTop && answer) {
					void sites.hookFrame(sender);
					void sober.enterFrame(sender, tracker.current(sender.tabId)?.host ?? '');
				}
				if (sender.isTop && answer)
					places.look(sender.tabId, answer.visitId, sites.platformsOn(new URL(sender.url).hostname));
				return answer;
			},
			media(sender) {
				if (tracker.isCounted(sender.tabId)) void sites.watchMedia(sender);
			},
			report(sender, report) {
				const answer = tracker.report(sender, report);
				if (sender.isTop && tracker.isUnderWay(sender.tabId, report.visitId)) {
					places.inspectAgain(sender.tabId, report.visitId);
					waste.pass(sender.tabId, report.visitId, Date.now());
				}
				return answer;
			},
			...soberFrames(sober, (tabId) => viewers.greet(tabId)),
		},
	);

	browser.runtime.onMessage.addListener((message: unknown, sender: MessageSender) =>
		ready.then(() => router.answer(message, sender)),
	);
	browser.runtime.onConnect.addListener((port) => {
		const isOurs = port.sender?.url?.startsWith(browser.runtime.getURL('')) && port.name.startsWith(LIVE_PORT_PREFIX);
		if (isOurs) void ready.then(() => viewers.accept(port, (tabId) => tracker.current(tabId)));
		else port.disconnect();
	});
	browser.tabs.onRemoved.addListener((tabId) => {
		places.forget(tabId);
		waste.forget(tabId);
		void ready.then(() => tracker.end(tabId));
	});
	const syncAll = () => void ready.then(() => sites.syncScripts()).then(() => sober.sync());
	const accessChanged = () => {
		network.start();
		syncAll();
	};
	listenToClicks();
	browser.permissions.onAdded.addListener(({ origins }) => {
		listenToClicks();
		accessChanged();
		void ready.then(() => follower.granted(origins ?? [], Date.now()));
	});
	browser.permissions.onRemoved.addListener(({ origins }) => {
		accessChanged();
		if (origins?.includes(EVERYWHERE)) void ready.then(() => tracker.accessNarrowed());
	});
	watchNotices(() => void ready.then(() => badge.changed()));
	watchPolicy(() => void ready.then(() => sites.policyChanged()).then(() => sober.changed()));
	browser.runtime.onInstalled.addListener(({ reason }) => {
		syncAll();
		if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
	});
	browser.runtime.onStartup.addListener(syncAll);
	browser.alarms.onAlarm.addListener((alarm) => {
		if (isUpkeep(alarm)) void database.then((open) => runUpkeep(open, new Date()));
		if (isWeekEnd(alarm)) endWeek();
		if (isLrs(alarm)) void lrs.look();
	});
	network.start();
	void planUpkeep();
	void planWeekEnd();
	endWeek();
}

export default defineBackground({ type: 'module', main });
