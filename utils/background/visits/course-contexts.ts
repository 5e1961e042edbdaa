import { browser } from '@/utils/browser/browser';
import { CATALOGUE } from '@/utils/core/platforms/catalogue/catalogue';
import type { Detection } from '@/utils/core/platforms/detection';
import { isHostedHost, isSharedHost, platformName } from '@/utils/core/platforms/hosted';
import type { Platform } from '@/utils/core/platforms/platform';
import { hasStaleName } from '@/utils/core/platforms/stale-label';
import type { ObservedContext } from '@/utils/core/visit/visit';
import { readTab } from './read-tab';

/** Single-page platforms write the course's name late: a page is looked at this often until it is complete. */
const MAX_LOOKS = 4;
/** A site that nobody knows, and a page of it that looks like no platform: so many more, since each goes through the whole catalogue. */
const MAX_LOOKS_AT_UNKNOWN = 1;

interface PendingInspection {
	readonly platforms: readonly Platform[];
	/** The last place with a name in the same tab before this visit; null when there was none. */
	readonly before: ObservedContext | null;
	inspectionsLeft: number;
}

/** Finds out where the pages of visits stand, when their document is ready and again while the course has no name. */
export class CourseContexts {
	readonly #pending = new Map<string, PendingInspection>();
	readonly #lastByTab = new Map<number, ObservedContext>();
	readonly #found: (visitId: string, place: ObservedContext) => void;

	constructor(found: (visitId: string, place: ObservedContext) => void) {
		this.#found = found;
	}

	/** A visit has begun in this tab, on a host where these platforms may be. */
	look(tabId: number, visitId: string, platforms: readonly Platform[]): void {
		this.#pending.set(visitId, {
			platforms,
			before: this.#lastByTab.get(tabId) ?? null,
			inspectionsLeft: MAX_LOOKS,
		});
		this.inspectAgain(tabId, visitId);
	}

	/** The visit goes on: looks again while the page did not say everything. */
	inspectAgain(tabId: number, visitId: string): void {
		const pending = this.#pending.get(visitId);
		if (!pending) return;
		pending.inspectionsLeft -= 1;
		if (pending.inspectionsLeft === 0) this.#pending.delete(visitId);
		void this.#read(tabId, visitId, pending);
	}

	/** Forgets a tab that was closed. */
	forget(tabId: number): void {
		this.#lastByTab.delete(tabId);
	}

	async #read(tabId: number, visitId: string, pending: PendingInspection): Promise<void> {
		const { platforms, before, inspectionsLeft } = pending;
		const look = await readTab(tabId, platforms, inspectionsLeft < MAX_LOOKS - 1);
		if (!look.canInspect) return;
		if (!look.place) {
			if (platforms === CATALOGUE) pending.inspectionsLeft = Math.min(pending.inspectionsLeft, MAX_LOOKS_AT_UNKNOWN);
			return;
		}
		// Two courses may really have one name: at the last look it is believed.
		const isStale = inspectionsLeft > 0 && hasStaleName(look.place, before);
		const place = isStale ? { ...look.place, courseLabel: null } : look.place;
		if (place.courseLabel !== null) {
			this.#pending.delete(visitId);
			this.#lastByTab.set(tabId, place);
		}
		this.#found(visitId, place);
	}
}

/** What the whole catalogue says of a tab that is not measured, for the popup that offers to follow it; null where nobody may look. */
export async function inspectTab(tabId: number): Promise<Detection | null> {
	const [tab, look] = await Promise.all([browser.tabs.get(tabId), readTab(tabId, CATALOGUE)]);
	if (!look.canInspect) return null;
	const { place } = look;
	const host = tab.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url).hostname : '';
	return {
		place: place && { ...place, platformName: platformName(place.platform) ?? place.platform },
		isHosted: isHostedHost(host),
		isShared: isSharedHost(host),
	};
}
