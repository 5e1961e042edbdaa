import { addRecent } from '@/utils/core/recent/recent';
import type { LiveVisit, Recent } from '@/utils/core/schema/visit';
import { wholePage } from '@/utils/core/visit/whole-page';

/** The last two minutes of each tab's page, in memory only: a restarted background knows of none. */
export class RecentVisits {
	readonly #ofTab = new Map<number, Recent>();

	/** The figures of a tab have changed; null where it has no visit any more. */
	notify(tabId: number, visit: LiveVisit | null): void {
		if (visit) this.#ofTab.set(tabId, addRecent(this.#ofTab.get(tabId) ?? null, wholePage(visit), Date.now()));
		else this.#ofTab.delete(tabId);
	}

	/** A visit as our pages show it. */
	shown(tabId: number, visit: LiveVisit | null): LiveVisit | null {
		const recent = this.#ofTab.get(tabId);
		return visit && recent ? { ...visit, recent } : visit;
	}
}
