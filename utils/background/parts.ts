import { AuditWatch } from '@/utils/background/audit/audit-watch';
import { Audits } from '@/utils/background/audit/audits';
import { createBucketSender } from '@/utils/background/export/bucket';
import { createLrsSender } from '@/utils/background/export/lrs';
import { createWeekEnd } from '@/utils/background/export/weekly';
import { NetworkWatch } from '@/utils/background/network/network-watch';
import { AssistantRule } from '@/utils/background/sites/assistant-rule';
import { Follower } from '@/utils/background/sites/follower';
import { Sites } from '@/utils/background/sites/sites';
import { Sober } from '@/utils/background/sober/sober';
import type { Badge } from '@/utils/background/upkeep/badge';
import { markAudit } from '@/utils/background/upkeep/button';
import { ChangingVisits } from '@/utils/background/upkeep/changing-visits';
import { CopyKeeper } from '@/utils/background/upkeep/copy-keeper';
import { noteKilled, noteLost } from '@/utils/background/upkeep/lost-figures';
import { showPause, showPauses } from '@/utils/background/upkeep/pause-mark';
import { createBadge, markFollowed } from '@/utils/background/upkeep/toolbar';
import type { ReadDays } from '@/utils/background/upkeep/week-notification';
import { CourseContexts } from '@/utils/background/visits/inspect/course-contexts';
import { LiveViewers } from '@/utils/background/visits/live-viewers';
import { noteNavigation } from '@/utils/background/visits/opened/handed-over';
import { RecentVisits } from '@/utils/background/visits/recent-visits';
import { type PersistedSession, VisitSessions } from '@/utils/background/visits/sessions';
import { VisitTracker } from '@/utils/background/visits/visit-tracker';
import { WasteWatch } from '@/utils/background/visits/waste-watch';
import { applyWaste } from '@/utils/core/measure/apply-report';
import { dayOf } from '@/utils/core/units/day';
import { DatabaseKeeper } from '@/utils/store/database-keeper';
import { readHistory } from '@/utils/store/history';
import { saveVisit } from '@/utils/store/visits';

/** The audit that runs is in the database: nothing waits longer for a disk that does not answer. */
const MAX_AUDIT_WAIT_MS = 1_000;

/** Creates all that exists once in the background, and starts restoring it. */
export function createParts() {
	const database = new DatabaseKeeper();
	const sites = new Sites();
	const sober = new Sober(sites);
	const recent = new RecentVisits();
	const viewers = new LiveViewers((tabId, visit) => recent.shown(tabId, visit));
	const badge = createBadge((tabId) => tracker.current(tabId));
	const sessions = new VisitSessions();
	const assistants = new AssistantRule();
	const audits: Audits = new Audits({
		database,
		isFollowed: (host) => sites.isFollowed(host),
		isPaused: (host) => sites.isPaused(host),
		tracker: () => tracker,
		changed(running) {
			auditWatch.inspectAll();
			void markAudit(running)
				.then(() => badge.redraw())
				.then(() => showPauses(sites));
		},
	});
	const copy: CopyKeeper = new CopyKeeper(database, () => tracker.registry.ids());
	const changing = new ChangingVisits();
	const tracker = createTracker({ database, copy, sessions, changing }, { sites, assistants, audits }, [
		recent,
		viewers,
		badge,
	]);
	const auditWatch = new AuditWatch(tracker, (course) => audits.keeps(course));
	const earlier = sessions.read(Date.now());
	const followed = sites.restore();
	// Whatever uses visits or settings waits for this.
	const ready: Promise<unknown> = Promise.all([
		followed,
		sober.restore(),
		badge.restore(),
		assistants.restore(),
		Promise.race([followed.then(() => audits.restore()), afterMs(MAX_AUDIT_WAIT_MS)]),
		earlier.then((persisted) => {
			tracker.restore(persisted);
			void noteLost(database, persisted.lostIds);
		}),
		noteKilled(database, earlier, changing),
	]);
	void startWhenReady({ earlier, ready, sites, copy });
	const network = createNetworkWatch(tracker, ready);
	const follower = createFollower(sites, sober, network);
	const readDays: ReadDays = async (firstDay, lastDay) => {
		await tracker.flush();
		return readHistory(await database.open(), firstDay, lastDay);
	};
	const [lrs, bucket] = [createLrsSender(database), createBucketSender(readDays)];
	return {
		...{ assistants, database, sites, follower, sober, tracker, viewers, badge, network, readDays, ready, recent },
		...{ copy, lrs, bucket, audits, auditWatch },
		contexts: new CourseContexts((visitId, context) => tracker.setContext(visitId, context)),
		waste: new WasteWatch({
			contextOf: (visitId) => tracker.contextOf(visitId),
			setWaste: (visitId, frameId, waste) => tracker.change(visitId, (visit) => applyWaste(visit, frameId, waste)),
		}),
		weekEnd: createWeekEnd(readDays, [lrs, bucket]),
	};
}

/** Event listeners and message handlers take what they need of it. */
export type Parts = ReturnType<typeof createParts>;

/** What begins once the visits and the settings are restored. */
async function startWhenReady({
	earlier,
	ready,
	sites,
	copy,
}: Pick<Parts, 'sites' | 'copy' | 'ready'> & { readonly earlier: Promise<PersistedSession> }): Promise<void> {
	await ready;
	void copy.start().catch(ignoreNoRoom);
	void showPause(sites);
	// After a reload or an update of the extension, the scripts in open pages cannot report any more.
	if ((await earlier).isFirst) await sites.observeOpenTabs();
}

/** Follows a site that was granted, from the page on. */
function createFollower(sites: Sites, sober: Sober, network: NetworkWatch): Follower {
	return new Follower(async ({ host, platform, tabId }) => {
		await sites.follow({ host, platform, sinceDay: dayOf(new Date()) });
		network.start();
		await sites.observeTab(tabId);
		await sober.reload();
		await markFollowed(tabId, host);
	});
}

/** Where the visits under way are kept. */
interface Stores {
	readonly database: DatabaseKeeper;
	readonly copy: CopyKeeper;
	readonly sessions: VisitSessions;
	readonly changing: ChangingVisits;
}

/** The tracker on the database and `storage.session`. `viewers` are notified of each change. */
function createTracker(
	{ database, copy, sessions, changing }: Stores,
	{ sites, assistants, audits }: { readonly sites: Sites; readonly assistants: AssistantRule; readonly audits: Audits },
	viewers: readonly Pick<RecentVisits | LiveViewers | Badge, 'notify'>[],
): VisitTracker {
	return new VisitTracker(
		{
			noteChange(id) {
				changing.note(id);
				void sessions.noteChange(id).catch(ignoreFullSession);
			},
			persist: (states) => sessions.persist(states),
			persistPending: (events) => void sessions.persistPending(events).catch(ignoreFullSession),
			discard: (ids) => sessions.discard(ids),
			async save(visits, audited) {
				await database.write(async (open) => {
					for (const { courseLabel, nowPlaying: _, windowCount: __, beforeMidnight: ___, ...visit } of visits)
						await saveVisit(open, visit, courseLabel);
					await audits.save(open, audited);
				});
				copy.noteDays(visits.map(({ day }) => day));
			},
			notify(tabId, visit) {
				for (const viewer of viewers) viewer.notify(tabId, visit);
			},
		},
		{
			seesEverything: () => sites.isGrantedEverywhere,
			isFollowedPage: (address) => sites.isFollowedPage(address),
			countsAssistants: () => assistants.isOn,
			traceOf: (page) => audits.traceOf(page),
		},
	);
}

function ignoreNoRoom(): void {
	// The disk or `storage.local` is full: the copy follows with the next change.
}

const afterMs = (delayMs: number) => new Promise((resolve) => setTimeout(resolve, delayMs));

function ignoreFullSession(): void {
	// `storage.session` is full: visits that do not fit are marked (`VisitSessions.persist`).
}

/** Network events wait until the visits are restored. */
function createNetworkWatch(tracker: VisitTracker, ready: Promise<unknown>): NetworkWatch {
	let isReady = false;
	void ready.then(() => {
		isReady = true;
	});
	return new NetworkWatch(
		(details, fact) => {
			if (isReady) return tracker.record(details, fact);
			void ready.then(() => tracker.record(details, fact));
			return false;
		},
		(details) => void ready.then(() => noteNavigation(details, tracker.registry, tracker.rules)),
	);
}
