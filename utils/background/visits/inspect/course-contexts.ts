import { browser } from '@/utils/browser/browser';
import { CATALOGUE } from '@/utils/core/platforms/catalogue/catalogue';
import { isSharedHost, platformName } from '@/utils/core/platforms/hosted';
import type { Platform } from '@/utils/core/platforms/platform';
import { hasStaleLabel } from '@/utils/core/platforms/stale-label';
import type { Detection } from '@/utils/core/schema/page-messages';
import type { ObservedContext } from '@/utils/core/schema/visit';
import { readTab } from './read-tab';

/** Single-page platforms show the course's name late: a page is inspected at most this often until it is complete. */
const MAX_INSPECTIONS = 4;
/** Further inspections of a page of an unknown site that matches no platform: each goes through the whole catalogue. */
const MAX_INSPECTIONS_UNKNOWN = 1;

interface PendingInspection {
	readonly platforms: readonly Platform[];
	/** The last context with a course name in the same tab before this visit; null when there was none. */
	readonly before: ObservedContext | null;
	inspectionsLeft: number;
}

/** Finds the course context of visits, when their document is ready and again while the course has no name. */
export class CourseContexts {
	readonly #pending = new Map<string, PendingInspection>();
	readonly #lastByTab = new Map<number, ObservedContext>();
	readonly #found: (visitId: string, context: ObservedContext) => void;

	constructor(found: (visitId: string, context: ObservedContext) => void) {
		this.#found = found;
	}

	/** A visit has begun in this tab, on a host where these platforms may be. */
	inspect(tabId: number, visitId: string, platforms: readonly Platform[]): void {
		this.#pending.set(visitId, {
			platforms,
			before: this.#lastByTab.get(tabId) ?? null,
			inspectionsLeft: MAX_INSPECTIONS,
		});
		this.inspectAgain(tabId, visitId);
	}

	/** The visit goes on: inspects its page again while the context is incomplete. */
	inspectAgain(tabId: number, visitId: string): void {
		const pending = this.#pending.get(visitId);
		if (!pending) return;
		pending.inspectionsLeft -= 1;
		if (pending.inspectionsLeft === 0) this.#pending.delete(visitId);
		void this.#read(tabId, visitId, pending);
	}

	/** The tab was closed. */
	discard(tabId: number): void {
		this.#lastByTab.delete(tabId);
	}

	async #read(tabId: number, visitId: string, pending: PendingInspection): Promise<void> {
		const { platforms, before, inspectionsLeft } = pending;
		const inspection = await readTab(tabId, platforms, inspectionsLeft < MAX_INSPECTIONS - 1);
		if (!inspection.canInspect) return;
		if (!inspection.context) {
			if (platforms === CATALOGUE) pending.inspectionsLeft = Math.min(pending.inspectionsLeft, MAX_INSPECTIONS_UNKNOWN);
			return;
		}
		// Two courses may really have the same name: the last inspection accepts it.
		const isStale = inspectionsLeft > 0 && hasStaleLabel(inspection.context, before);
		const context = isStale ? { ...inspection.context, courseLabel: null } : inspection.context;
		if (context.courseLabel !== null) {
			this.#pending.delete(visitId);
			this.#lastByTab.set(tabId, context);
		}
		this.#found(visitId, context);
	}
}

/** Detects the platform of a tab that is not measured, for the popup that offers to follow it; null where it cannot be inspected. */
export async function inspectTab(tabId: number): Promise<Detection | null> {
	const [tab, inspection] = await Promise.all([browser.tabs.get(tabId), readTab(tabId, CATALOGUE)]);
	if (!inspection.canInspect) return null;
	const { context } = inspection;
	const host = tab.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url).hostname : '';
	return {
		place: context && { ...context, platformName: platformName(context.platform) ?? context.platform },
		isShared: isSharedHost(host),
	};
}
