import { requesterOrigin } from '@/utils/background/visits/requester';
import type { TrackerRules } from '@/utils/background/visits/tracker-rules';
import type { VisitRegistry } from '@/utils/background/visits/visit-registry';
import { noteWindowIn } from '@/utils/core/measure/fold/fold-windows';
import type { RequestDetails } from '@/utils/core/measure/network-request';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { noteWindow } from './handed-over';
import { preparerOf } from './prepared-pages';

/** A page that is still in its tab so long after its host redirected a navigation of it to another host got a file from there. */
const STAYED_MS = 2_000;

/** Where a page's navigations lead that no network event shows: windows on other hosts, and files that its host hands over from there. */
export class HiddenTargets {
	readonly #visits: VisitRegistry;
	readonly #rules: TrackerRules;
	readonly #markChanged: (visit: VisitState) => void;
	readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

	constructor(visits: VisitRegistry, rules: TrackerRules, markChanged: (visit: VisitState) => void) {
		this.#visits = visits;
		this.#rules = rules;
		this.#markChanged = markChanged;
	}

	/** Notes what an event of a navigation shows. */
	note(details: RequestDetails): void {
		if (preparerOf(details, this.#visits)) return;
		const opener = noteWindow(details, this.#visits, this.#rules);
		if (opener) this.#markChanged(opener);
		this.#noteFile(details);
	}

	#noteFile(details: RequestDetails): void {
		const { requestId, tabId, redirectUrl } = details;
		clearTimeout(this.#timers.get(requestId));
		this.#timers.delete(requestId);
		const visit = this.#visits.currentOf(tabId);
		if (!redirectUrl || !visit || requesterOrigin(details) !== visit.origin) return;
		if (new URL(redirectUrl).hostname === visit.host) return;
		const onStayed = () => {
			this.#timers.delete(requestId);
			if (!this.#visits.isCurrent(visit)) return;
			noteWindowIn(visit.redirectedWindows, requestId);
			this.#markChanged(visit);
		};
		this.#timers.set(requestId, setTimeout(onStayed, STAYED_MS));
	}
}
