import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { opening, top } from '@/tests/background/visits/tracker-rig';
import { headers, request } from '@/tests/core/visit/sample';
import { Audits } from '@/utils/background/audit/audits';
import { VisitSessions } from '@/utils/background/visits/sessions';
import { VisitTracker } from '@/utils/background/visits/visit-tracker';
import { type RequestDetails, RequestReader } from '@/utils/core/measure/network-request';
import { noteInspection } from '@/utils/core/measure/trace/trace';
import type { Audit, AuditPage } from '@/utils/core/schema/audit/audit';
import type { AuditInspection } from '@/utils/core/schema/audit/audit-inspection';
import type { Activity } from '@/utils/core/schema/names';
import { listAudits, readAuditPages } from '@/utils/store/audits';
import { DatabaseKeeper } from '@/utils/store/database-keeper';
import { saveVisit } from '@/utils/store/visits';

export const HOST = 'moodle.example';
export const COURSE = { host: HOST, platform: 'moodle', courseKey: '7' };
export const PAGE_5 = `https://${HOST}/mod/page/view.php?id=5`;
const HTML = { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip', 'cache-control': 'no-store' };

/** The background from network events to the database, with pages that tests walk through. */
export class AuditRig {
	readonly database = new DatabaseKeeper();
	/** Whether network events show the requests of every host. */
	isWide = false;
	isFollowed = true;
	isPaused = false;
	changes: (Audit | null)[] = [];
	#sessions = new VisitSessions();
	#reader = new RequestReader();
	#count = 0;
	audits = this.#createAudits();
	tracker = this.#createTracker();

	constructor() {
		fakeBrowser.reset();
		globalThis.indexedDB = new IDBFactory();
		Object.assign(fakeBrowser.tabs, { get: async () => ({ url: PAGE_5 }), reload: async () => {} });
	}

	start(course: Partial<typeof COURSE> = {}): Promise<Audit | null> {
		return this.audits.start({ ...COURSE, ...course, name: 'Before' });
	}

	/** Opens a page of the course, in tab 1 by default, and requests its document. Returns the visit's id. */
	open(url = PAGE_5, bytes = 4_000, courseKey = COURSE.courseKey, activity: Activity = 'page', tabId = 1): string {
		this.#count++;
		const id = `visit000000000${this.#count}`;
		this.complete(url, bytes, { type: 'main_frame', responseHeaders: headers(HTML), tabId });
		this.tracker.open(top(url, tabId), { ...opening(id, `frame000000000${this.#count}`), isLate: false });
		this.tracker.setContext(id, { platform: 'moodle', courseKey, courseLabel: null, activity });
		return id;
	}

	/** A request that has ended, of so many bytes in total. */
	complete(url: string, bytes: number, changes: Partial<RequestDetails> = {}): void {
		this.#count++;
		const requestId = String(this.#count);
		const details = request(url, { requestId, responseSize: bytes, timeStamp: Date.now(), type: 'image', ...changes });
		this.tracker.record(details, this.#reader.completed(details));
	}

	/** What an inspection of the top frame finds. */
	inspect(visitId: string, found: Partial<AuditInspection> = {}): void {
		this.tracker.change(visitId, ({ trace, topFrameId, host }) => {
			if (!trace) return;
			const nothing = {
				isEditing: false,
				files: [],
				media: [],
				images: [],
				embeds: [],
				player: null,
				isContent: false,
				isUsed: false,
			};
			noteInspection(trace, { frameId: topFrameId, host, title: 'A page', ...nothing, ...found }, host);
		});
	}

	/** The background is stopped and starts again. */
	async restart(): Promise<void> {
		await this.tracker.flush();
		this.#sessions = new VisitSessions();
		this.#reader = new RequestReader();
		this.audits = this.#createAudits();
		this.tracker = this.#createTracker();
		this.tracker.restore(await this.#sessions.read(Date.now()));
		await this.audits.restore();
	}

	/** What is stored of the only audit, once all was written. */
	async stored(): Promise<{ readonly audit: Audit; readonly pages: readonly AuditPage[] }> {
		await this.tracker.flush();
		const database = await this.database.open();
		const [audit] = await listAudits(database);
		if (!audit) throw new Error('There is no audit.');
		return { audit, pages: await readAuditPages(database, audit.id, 0) };
	}

	#createAudits(): Audits {
		return new Audits({
			database: this.database,
			isFollowed: () => this.isFollowed && !this.isPaused,
			isPaused: () => this.isFollowed && this.isPaused,
			tracker: () => this.tracker,
			changed: (running) => void this.changes.push(running),
		});
	}

	#createTracker(): VisitTracker {
		return new VisitTracker(
			{
				noteChange: () => {},
				persist: (states) => this.#sessions.persist(states),
				persistPending: (events) => void this.#sessions.persistPending(events),
				discard: async () => {},
				notify: () => {},
				save: async (visits, audited) => {
					const database = await this.database.open();
					for (const { courseLabel, nowPlaying: _, ...visit } of visits) await saveVisit(database, visit, courseLabel);
					await this.audits.save(database, audited);
				},
			},
			{
				seesEverything: () => this.isWide,
				isFollowedPage: (address) => new URL(address).hostname === HOST,
				traceOf: (page) => this.audits.traceOf(page),
			},
		);
	}
}
