import type { Parts } from '@/utils/background/parts';
import { markPausedTab } from '@/utils/background/upkeep/pause-mark';
import { browser } from '@/utils/browser/browser';
import { type FrameSender, OPEN_AGAIN } from '@/utils/core/schema/frame-messages';
import type { FrameOpen } from '@/utils/core/schema/frame-report';
import { dayOf } from '@/utils/core/units/day';
import { readLanguage } from '@/utils/settings/language';
import type { DatabaseKeeper } from '@/utils/store/database-keeper';
import { hasVisitOf } from '@/utils/store/visits';
import type { FrameHandlers } from './router';

/** Handles the messages of frames in course pages. */
export function frameRoutes(parts: Parts): FrameHandlers {
	const { tracker, viewers, sites, sober, contexts, waste, auditWatch } = parts;
	/** The reply to a frame whose visit is not known. */
	const replyWithoutVisit = ({ tabId, isTop, url }: FrameSender, tabUrl: string) => {
		if (!sites.isFollowedPage(isTop ? url : tabUrl)) return null;
		// The top frame opens the visit: it learns of it with its next report.
		if (!isTop) viewers.pulse(tabId);
		return OPEN_AGAIN;
	};
	return {
		async open(sender, report, tabUrl) {
			const { tabId, isTop } = sender;
			const hostname = isTop ? new URL(sender.url).hostname : '';
			if (isTop && !sites.isFollowedPage(sender.url)) {
				tracker.end(tabId);
				if (sites.suspensionOf(hostname) === 'paused') void markPausedTab(tabId, hostname);
				return null;
			}
			const answer = await openVisit(parts, sender, report, hostname);
			viewers.frameStarted(tabId);
			// At midnight the page goes on under another visit.
			if (isTop && !tracker.current(tabId)?.beforeMidnight) sober.beginPage(tabId);
			if (!isTop && answer) void sober.enterFrame(sender, tracker.current(tabId)?.host ?? '');
			if (isTop && answer?.visitId === report.visitId) {
				contexts.inspect(tabId, answer.visitId, sites.platformsOn(hostname));
				auditWatch.begin(tabId, answer.visitId);
			}
			return answer ?? replyWithoutVisit(sender, tabUrl);
		},
		media(sender) {
			if (tracker.registry.hasVisit(sender.tabId)) void sites.watchMedia(sender);
		},
		hooks(sender) {
			if (tracker.registry.hasVisit(sender.tabId)) void sites.hookFrame(sender);
		},
		soberHooks(sender, tabUrl) {
			void sober.hookFrame(sender, hostOf(tabUrl));
		},
		report(sender, report, tabUrl) {
			const answer = tracker.report(sender, report);
			if (sender.isTop && tracker.registry.isUnderWay(sender.tabId, report.visitId)) {
				contexts.inspectAgain(sender.tabId, report.visitId);
				waste.inspectIfDue(sender.tabId, report.visitId, Date.now());
				auditWatch.inspectIfDue(sender.tabId, report.visitId, Date.now());
			}
			return answer ?? replyWithoutVisit(sender, tabUrl);
		},
		soberEffects({ tabId }, tabUrl) {
			// The script may have been injected into a page that is open and watched already.
			viewers.frameStarted(tabId);
			return sober.actionsIn(tabId, sites.isFollowedPage(tabUrl) ? hostOf(tabUrl) : '').join();
		},
		language: async () => (await readLanguage()) ?? browser.i18n.getMessage('language'),
		soberReport(sender, report) {
			sober.report(sender, report);
			return null;
		},
	};
}

/** Opens the visit of a frame. */
async function openVisit({ tracker, database }: Parts, sender: FrameSender, report: FrameOpen, host: string) {
	const isOlder = report.isLate && !report.isAgain && report.startedAtMs < tracker.sinceMs;
	const isCounted = sender.isTop && isOlder && (await wasCounted(database, host, report));
	const opening = isCounted ? { ...report, isAgain: true, startedAtMs: Date.now() } : report;
	const opened = tracker.open(sender, inTime(opening));
	return opened && { ...opened, isFromNow: opened.isFromNow || isCounted };
}

function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).hostname : '';
}

/** Whether an observer before this one counted the document: the extension was reloaded, updated or switched on again. */
async function wasCounted(database: DatabaseKeeper, host: string, { startedAtMs }: FrameOpen): Promise<boolean> {
	try {
		return await hasVisitOf(await database.open(), host, startedAtMs);
	} catch {
		// The database cannot be read: the document counts whole.
		return false;
	}
}

/** The day is the background's, and nothing begins in the future: a frame's process may claim any. */
function inTime(opening: FrameOpen): FrameOpen {
	return { ...opening, day: dayOf(new Date()), startedAtMs: Math.min(opening.startedAtMs, Date.now()) };
}
