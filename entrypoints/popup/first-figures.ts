import type { Tab } from './tab';
import type { PopupView } from './view';

/** After a page is loaded, its first figures come within this time; one without them was opened before it could be measured. */
export const FIRST_FIGURES_MS = 1_000;
/** A page that is still loading is waited for no longer. */
const MAX_LOADING_MS = 10_000;

/** How long the first figures of a page are waited for. */
export class FirstFigures {
	/** The tab and the host of the page, and its address when the wait began. */
	#place: string | null = null;
	#url: string | null = null;
	#untilMs = 0;

	/** They have come. */
	end(): void {
		this.#place = null;
	}

	/**
	 * What is shown in place of a page without figures that may still be measured; null for what is not. `current` is what is shown of its
	 * tab, `isNewer` whether that came while this was read.
	 */
	inPlaceOf(next: PopupView, tab: Tab | null, current: PopupView | null, isNewer: boolean): PopupView | null {
		if (next.name === 'visit') this.end();
		if (tab === null || next.name !== 'reload') return null;
		const kept = current && isOfHost(current, next.host) ? current : null;
		if (!this.#mayCome(tab, next.host, kept !== null) && !(kept && isNewer)) return null;
		return kept ?? { name: 'loading' };
	}

	/**
	 * Whether they may still come: the page is loading, or is the next of its host in the tab. However often that is asked, though the page
	 * changes its address meanwhile; once they were waited for, only another page that is loading is waited for again.
	 */
	#mayCome({ id, url, isLoading }: Tab, host: string, isNext: boolean): boolean {
		const place = `${id} ${host}`;
		const nowMs = Date.now();
		const isAnother = isLoading && this.#url !== url && nowMs >= this.#untilMs;
		if (this.#place !== place || isAnother) {
			if (!isLoading && !isNext) return false;
			this.#place = place;
			this.#url = url;
			this.#untilMs = nowMs + MAX_LOADING_MS;
		}
		if (!isLoading) this.#untilMs = Math.min(this.#untilMs, nowMs + FIRST_FIGURES_MS);
		return nowMs < this.#untilMs;
	}
}

/** Whether what is shown is of a page of that host, or is to come. */
function isOfHost(view: PopupView, host: string): boolean {
	return view.name === 'loading' || (view.name === 'visit' && view.visit.host === host);
}
