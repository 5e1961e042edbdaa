import { expect } from 'vitest';
import { request } from '@/tests/core/visit/sample';
import { VisitTracker } from '@/utils/background/visits/visit-tracker';
import { type RequestDetails, RequestReader } from '@/utils/core/measure/network-request';
import type { FrameSender } from '@/utils/core/schema/frame-messages';
import type { FrameOpen } from '@/utils/core/schema/frame-report';
import { PersistedVisits } from './persisted-visits';

export const NOW = Date.parse('2026-11-23T09:00:00Z');
export const LESSON = 'https://moodle.example/mod/page/view.php?id=5';
export const QUIZ = 'https://moodle.example/mod/quiz/view.php?id=6';
export const IMAGE = 'https://moodle.example/photo.jpg';
export const VIDEO = 'https://media.example/video.mp4';
export const A = 'visit0000000000a';
export const B = 'visit0000000000b';
export const GRACE_MS = 25_000;

/** What the first background of a session finds. */
export const NOTHING_PERSISTED = { states: [], sinceMs: 0, wholeSinceMs: 0, pending: [], isFirst: true };

/** A page's top frame, as the browser names it. */
export const top = (url = LESSON, tabId = 1, documentId: string | null = null): FrameSender => ({
	tabId,
	frameNumber: 0,
	url,
	documentId,
	isTop: true,
});

/** A frame's first message. */
export const opening = (visitId: string | null, frameId: string): FrameOpen => ({
	frameId,
	visitId,
	startedAtMs: Date.now(),
	day: '2026-11-23',
	isLate: false,
	isAgain: false,
});

/** A tracker with a sink in memory, and the events of pages and the browser. */
export class TrackerRig {
	readonly sink = new PersistedVisits();
	/** Whether the network events show every request. */
	isWide = false;
	tracker = this.#tracker();
	reader = new RequestReader();

	/** Begins a visit as a top frame does. The default frame id has the number of the visit's. */
	begin(id: string, sender = top(), frameId = id.replace('visit', 'frame')): string | null {
		return this.tracker.open(sender, opening(id, frameId))?.visitId ?? null;
	}

	/** A completed request of `bytes` in total, as counted by the browser. */
	complete(url: string, bytes: number, changes: Partial<RequestDetails> = {}): void {
		const details = request(url, { responseSize: bytes, timeStamp: Date.now(), ...changes });
		this.tracker.record(details, this.reader.completed(details));
	}

	/** The headers of a video have arrived. */
	openVideo(video: RequestDetails): void {
		const opened = this.reader.opened(video);
		expect(opened).not.toBeNull();
		if (opened) this.tracker.record(video, opened);
	}

	/** Restarts the background with the persisted states. */
	restart(): void {
		this.tracker = this.#tracker();
		this.reader = new RequestReader();
		const states = [...this.sink.states.values()].map((state) => structuredClone(state));
		this.tracker.restore({ ...NOTHING_PERSISTED, states, pending: this.sink.pending, isFirst: false });
	}

	#tracker(): VisitTracker {
		return new VisitTracker(this.sink, {
			seesEverything: () => this.isWide,
			isFollowedPage: (address) => new URL(address).hostname === new URL(LESSON).hostname,
		});
	}
}
