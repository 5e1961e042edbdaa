import type { VisitTracker } from '@/utils/background/visits/visit-tracker';
import { browser } from '@/utils/browser/browser';
import { noteInspection } from '@/utils/core/measure/trace/trace';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { type AuditInspection, parseAuditInspection } from '@/utils/core/schema/audit/audit-inspection';

/** A page is inspected this long after its visit began, and then at most so often. */
const FIRST_INSPECTION_MS = 1_000;
const INTERVAL_MS = 2_000;

/** Inspects the documents of audited visits: names that network events do not show, media and images. */
export class AuditWatch {
	readonly #tracker: Pick<VisitTracker, 'registry' | 'change'>;
	readonly #isKept: (course: VisitState) => boolean;
	readonly #lastByTab = new Map<number, number>();

	/** `isKept` tells whether the audit that runs is of a course. */
	constructor(tracker: Pick<VisitTracker, 'registry' | 'change'>, isKept: (course: VisitState) => boolean) {
		this.#tracker = tracker;
		this.#isKept = isKept;
	}

	/** A visit has begun in a tab. */
	begin(tabId: number, visitId: string): void {
		if (this.#isAudited(tabId, visitId)) setTimeout(() => void this.#inspect(tabId, visitId), FIRST_INSPECTION_MS);
	}

	/** A visit goes on in its tab: inspects it if that is due. */
	inspectIfDue(tabId: number, visitId: string, nowMs: number): void {
		if (!this.#isAudited(tabId, visitId) || nowMs < (this.#lastByTab.get(tabId) ?? 0) + INTERVAL_MS) return;
		this.#lastByTab.set(tabId, nowMs);
		void this.#inspect(tabId, visitId);
	}

	/** The tab was closed. */
	discard(tabId: number): void {
		this.#lastByTab.delete(tabId);
	}

	/** Inspects the pages under way: an audit has begun. */
	inspectAll(): void {
		for (const { tabId, id } of this.#tracker.registry.all)
			if (this.#isAudited(tabId, id)) void this.#inspect(tabId, id);
	}

	#isAudited(tabId: number, visitId: string): boolean {
		const { registry } = this.#tracker;
		return registry.isUnderWay(tabId, visitId) && registry.find(visitId)?.trace?.page != null;
	}

	async #inspect(tabId: number, visitId: string): Promise<void> {
		const visit = this.#tracker.registry.find(visitId);
		// A page that shows no course yet may turn out to be in one.
		if (visit && visit.courseKey !== '' && !this.#isKept(visit)) delete visit.trace;
		if (!visit?.trace) return;
		const documents = await inspectTab(tabId);
		// The next page may have answered.
		if (!this.#isAudited(tabId, visitId)) return;
		this.#tracker.change(visitId, ({ trace, host }) => {
			if (trace) for (const seen of documents) noteInspection(trace, seen, host);
		});
	}
}

/** Inspects each document of a tab, where that is possible. */
async function inspectTab(tabId: number): Promise<readonly AuditInspection[]> {
	try {
		const target = { tabId, allFrames: true };
		const frames = await browser.scripting.executeScript({ target, files: ['/audit.js'] });
		return frames.map(({ result }) => parseAuditInspection(result)).filter((seen) => seen !== null);
	} catch {
		// The tab is closed, or shows a page that cannot be inspected.
		return [];
	}
}
