import type { BegunPage } from '@/utils/background/visits/tracker-rules';
import type { VisitTracker } from '@/utils/background/visits/visit-tracker';
import { browser } from '@/utils/browser/browser';
import { freeName } from '@/utils/core/audit/audit-name';
import type { AuditedVisit } from '@/utils/core/audit/audited-visit';
import { type AuditTrace, beginTrace } from '@/utils/core/measure/trace/trace';
import type { Audit, AuditState } from '@/utils/core/schema/audit/audit';
import type { PageMessages } from '@/utils/core/schema/page-messages';
import { readPolicy } from '@/utils/settings/policy';
import { loadPageCode } from '@/utils/settings/pseudonyms';
import { addAudit, changeAudit, listAudits, saveLoad } from '@/utils/store/audits';
import type { Database } from '@/utils/store/database';
import type { DatabaseKeeper } from '@/utils/store/database-keeper';

/** An audit that was forgotten ends after so long. */
const MAX_AUDIT_MS = 24 * 3_600_000;
/** A page that was loaded again begins its visit within this time. */
const MAX_RELOAD_MS = 30_000;
/** Pages that were not kept, of the newest visits. */
const MAX_LEFT_OUT = 2_000;

/** What audits need of the rest of the background. */
export interface AuditServices {
	readonly database: Pick<DatabaseKeeper, 'open'>;
	isFollowed(host: string): boolean;
	/** Whether nothing is measured on a followed host only because of a pause, which an audit outlives. */
	isPaused(host: string): boolean;
	/** The tracker, once there is one. */
	tracker(): Pick<VisitTracker, 'registry' | 'flush'>;
	/** An audit has begun or ended. */
	changed(running: Audit | null): void;
}

/** The audit that runs, if any: one at a time, started and ended by the trainer. */
export class Audits {
	readonly #services: AuditServices;
	/** When each tab was loaded again past the cache, milliseconds since 1970. */
	readonly #reloads = new Map<number, number>();
	/** Visits that the audit has counted as left out. */
	readonly #leftOut = new Set<string>();
	#isAllowed = true;
	/** Ends once every start that was asked for is done. */
	#starting: Promise<unknown> = Promise.resolve();
	running: Audit | null = null;

	constructor(services: AuditServices) {
		this.#services = services;
	}

	/** Finds the audit that runs, after a stop of the background; ends it where it may not run any more. */
	async restore(): Promise<void> {
		this.#isAllowed = (await readPolicy()).audits !== false;
		const before = this.running?.id;
		const audits = await this.#readAll();
		this.running = audits.find(({ endedAtMs }) => endedAtMs === null) ?? null;
		if (this.running?.id !== before) this.#services.changed(this.running);
		await this.endIfOver(Date.now());
	}

	/** Ends the audit where the organisation forbids it, where its site is not followed any more, and after a day. */
	async endIfOver(nowMs: number): Promise<void> {
		if (!this.running) return;
		const { host, startedAtMs } = this.running;
		const { isFollowed, isPaused } = this.#services;
		const isOver = nowMs - startedAtMs > MAX_AUDIT_MS || !this.#isAllowed || !(isFollowed(host) || isPaused(host));
		if (isOver) await this.stop();
	}

	state(): AuditState {
		return { isAllowed: this.#isAllowed, running: this.running };
	}

	/** Starts an audit, after those that are just being started; null where none may be. */
	start(request: PageMessages['audit/start']['request']): Promise<Audit | null> {
		const started = this.#starting.then(() => this.#start(request));
		this.#starting = started.catch(() => null);
		return started;
	}

	async #start(request: PageMessages['audit/start']['request']): Promise<Audit | null> {
		await this.restore();
		if (!this.#isAllowed || this.running || !this.#services.isFollowed(request.host)) return null;
		const { host, platform, courseKey } = request;
		const name = freeName(
			request.name,
			(await this.#readAll()).map((audit) => audit.name),
		);
		const counts = { pageCount: 0, fileCount: 0, droppedPageCount: 0, personalPageCount: 0, droppedFileCount: 0 };
		const times = { startedAtMs: Date.now(), endedAtMs: null };
		const audit = { id: crypto.randomUUID(), name, host, platform, courseKey, ...times, ...counts };
		await addAudit(await this.#services.database.open(), audit);
		this.running = audit;
		await this.#traceOpenPages(audit);
		this.#services.changed(audit);
		return audit;
	}

	/** Ends the audit that runs: from now on no name of an address is kept. */
	async stop(): Promise<void> {
		const { running } = this;
		if (!running) return;
		await this.#services.tracker().flush();
		this.running = null;
		this.#forgetTraces();
		await changeAudit(await this.#services.database.open(), running.id, (audit) => ({
			...audit,
			endedAtMs: Date.now(),
		}));
		this.#leftOut.clear();
		this.#services.changed(null);
	}

	/** The audits of a host, or all, were deleted. */
	async erased(): Promise<void> {
		this.#forgetTraces();
		await this.restore();
	}

	/** Loads the page of a tab past the cache. */
	async reload(tabId: number): Promise<void> {
		if (!this.running) return;
		this.#reloads.set(tabId, Date.now());
		await browser.tabs.reload(tabId, { bypassCache: true });
	}

	/** What the audit keeps of a page that begins; undefined where none runs on its host. */
	traceOf({ tabId, url, isPartial }: BegunPage): AuditTrace | undefined {
		if (!this.running || new URL(url).hostname !== this.running.host) return undefined;
		const isPastCache = (this.#reloads.get(tabId) ?? 0) > Date.now() - MAX_RELOAD_MS;
		this.#reloads.delete(tabId);
		return beginTrace(url, { isPastCache, isPartial });
	}

	/** Whether an audit keeps something of a course. */
	keeps({ host, courseKey }: Pick<Audit, 'host' | 'courseKey'>): boolean {
		return this.running?.host === host && this.running.courseKey === courseKey;
	}

	/** Stores what belongs to the audited course. */
	async save(database: Database, visits: readonly AuditedVisit[]): Promise<void> {
		for (const { visitId, host, courseKey, page } of visits) {
			const { running } = this;
			if (!running || !this.keeps({ host, courseKey })) continue;
			if (!page) {
				await this.#leaveOut(database, visitId, 'personalPageCount');
				continue;
			}
			const { query, ...loaded } = page;
			const code = await loadPageCode(host, page.path, query);
			const isSaved = await saveLoad(database, running.id, { ...loaded, code });
			if (isSaved === false) await this.#leaveOut(database, visitId, 'droppedPageCount');
			await this.#readCounts(database, running.id);
		}
	}

	async #leaveOut(database: Database, visitId: string, count: 'personalPageCount' | 'droppedPageCount'): Promise<void> {
		if (!this.running || this.#leftOut.has(visitId)) return;
		this.#leftOut.add(visitId);
		for (const oldest of this.#leftOut) if (this.#leftOut.size > MAX_LEFT_OUT) this.#leftOut.delete(oldest);
		await changeAudit(database, this.running.id, (audit) => ({ ...audit, [count]: audit[count] + 1 }));
		await this.#readCounts(database, this.running.id);
	}

	async #readCounts(database: Database, id: string): Promise<void> {
		const audit = await database.get('audits', id);
		if (audit && this.running?.id === id) this.running = audit;
	}

	#forgetTraces(): void {
		for (const visit of this.#services.tracker().registry.all) delete visit.trace;
	}

	/** The pages of the course that are open: what they have loaded so far has no names, but for those that an inspection finds. */
	async #traceOpenPages({ host, courseKey }: Audit): Promise<void> {
		for (const visit of this.#services.tracker().registry.all) {
			if (visit.host !== host || visit.courseKey !== courseKey || visit.endedAtMs !== null) continue;
			const url = (await browser.tabs.get(visit.tabId).catch(() => null))?.url ?? '';
			if (URL.canParse(url) && new URL(url).hostname === host)
				visit.trace = beginTrace(url, { isPastCache: false, isPartial: true });
		}
	}

	async #readAll(): Promise<readonly Audit[]> {
		try {
			return await listAudits(await this.#services.database.open());
		} catch {
			// The database cannot be read: no audit runs until it can.
			return [];
		}
	}
}
