import { vi } from 'vitest';
import { type MediaTotals, NO_MEDIA } from '@/utils/core/schema/media-fields';
import { FrameTime } from '@/utils/page/media/frame-time';
import { MediaWatch } from '@/utils/page/media/media-watch';
import { showTab } from './fake-video';

/** A MediaWatch over the document, with fake timers. */
export class MediaRig {
	changeCount = 0;
	readonly startedByUser = new WeakSet<EventTarget>();
	readonly fileAddresses = new Set<string>();
	time = new FrameTime();
	watch: MediaWatch;

	constructor() {
		vi.useFakeTimers();
		showTab('visible');
		this.watch = this.#begin(performance.now());
	}

	/** Replaces the watch by one for a visit that began at `sinceMs` on the clock of `performance`. */
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
		this.time = new FrameTime();
		const { startedByUser, fileAddresses, time } = this;
		const watch = new MediaWatch({ sinceMs, startedByUser, fileAddresses, time }, () => this.changeCount++);
		watch.watch(document);
		return watch;
	}
}

/** The times and resolutions of the totals, which most tests compare. */
export function basics(totals: MediaTotals) {
	const { videoMs, audioMs, hiddenMs, oversizedMs, videoMsByHeight } = totals;
	return { videoMs, audioMs, hiddenMs, oversizedMs, videoMsByHeight };
}

/** The basics of a 480p video that played for this long, with changes. */
export const played = (ms: number, more: object = {}) => ({
	...basics(NO_MEDIA),
	videoMs: ms,
	videoMsByHeight: { 480: ms },
	...more,
});
