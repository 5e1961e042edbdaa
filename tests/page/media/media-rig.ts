import { vi } from 'vitest';
import { type MediaTotals, NO_MEDIA } from '@/utils/core/schema/media-fields';
import { MediaWatch } from '@/utils/page/media/media-watch';
import { showTab } from './fake-video';

/** A watch over the document's media, on a clock that stands still between events. */
export class MediaRig {
	changeCount = 0;
	readonly startedByHand = new WeakSet<EventTarget>();
	watch: MediaWatch;

	constructor() {
		vi.useFakeTimers();
		showTab('visible');
		this.watch = this.#begin(performance.now());
	}

	/** Another watch beside the first, of a visit that began at `sinceMs` on the clock of `performance`. */
	rewatch(sinceMs = performance.now()): void {
		this.watch = this.#begin(sinceMs);
	}

	close(): void {
		this.watch.stop();
		document.head.replaceChildren();
		document.body.replaceChildren();
		vi.useRealTimers();
	}

	#begin(sinceMs: number): MediaWatch {
		const watch = new MediaWatch({ sinceMs, startedByHand: this.startedByHand }, () => this.changeCount++);
		watch.watch(document);
		return watch;
	}
}

/** The part of the totals that says how long and how high; cases that look at more name it. */
export function basics(totals: MediaTotals) {
	const { videoMs, audioMs, hiddenMs, oversizedMs, videoMsByHeight } = totals;
	return { videoMs, audioMs, hiddenMs, oversizedMs, videoMsByHeight };
}

/** The basics of a video of 480 lines that played for so long, and what else is to be told. */
export const played = (ms: number, more: object = {}) => ({
	...basics(NO_MEDIA),
	videoMs: ms,
	videoMsByHeight: { 480: ms },
	...more,
});
