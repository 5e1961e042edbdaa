import type { FrameAnswer, SentReport } from '@/utils/core/measure/frame-report';
import { MAX_ADDRESSES_A_REPORT } from '@/utils/core/schema/limits';
import { dayOf } from '@/utils/core/units/day';
import { MediaSensor } from '@/utils/page/media/media-sensor';
import { isConnected, onPulse, tell } from '@/utils/page/tell';
import { ConnectionWatch } from './connections';
import type { FrameMark } from './frame-mark';
import { PresenceWatch } from './presence';
import { randomId } from './random-id';
import { ResourceWatch } from './resources';
import { RouteWatch } from './routes';

/** Reports wait this long for more to say, so that a busy page costs one message. */
const REPORT_DELAY_MS = 3_000;
/** The same while the popup is open over this tab. */
const WATCHED_REPORT_DELAY_MS = 900;
/** A page that is being read and does nothing else still says so at this pace. */
const READING_REPORT_DELAY_MS = 30_000;

/** Observes one frame and reports its totals under the tab's visit until the page goes or the site is no longer followed. */
export class FrameReporter implements FrameMark {
	isAlive = true;
	sinceMs = 0;
	readonly frameId = randomId();
	readonly #isTop = window === window.top;
	readonly #isLate = document.readyState !== 'loading';
	#visitId: string | null = null;
	#day = '';
	#isWatched = false;
	#isSending = false;
	/** Set once the page was told that it goes, perhaps into the back/forward cache. */
	#going: { readonly isFrozen: boolean } | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#timerEndsAtMs = Number.POSITIVE_INFINITY;
	#resources: ResourceWatch | null = null;
	readonly #touch = () => this.#schedule(this.#isWatched ? WATCHED_REPORT_DELAY_MS : REPORT_DELAY_MS);
	/** Looks from the start, before the tab is known to be followed: a page shows each shadow root but once. */
	readonly #media = new MediaSensor(this.#touch);
	#connections: ConnectionWatch | null = null;
	#presence: PresenceWatch | null = null;
	#routes: RouteWatch | null = null;

	constructor() {
		void this.#open(performance.timeOrigin);
	}

	/** Asks for the visit of this frame; observing starts once the tab is known to be followed. */
	async #open(startedAtMs: number): Promise<void> {
		this.#day = dayOf(new Date());
		const visitId = this.#isTop ? randomId() : null;
		const reply = await tell('frame/open', {
			frameId: this.frameId,
			visitId,
			startedAtMs: Math.round(startedAtMs),
			day: this.#day,
			isLate: this.#isLate,
		});
		if (!reply.ok || reply.value === null) return this.stop();
		this.#visitId = reply.value.visitId;
		if (this.#resources === null) this.#observe();
		this.#resources?.hear(reply.value);
	}

	#observe(): void {
		this.#resources = new ResourceWatch(this.#touch);
		this.#media.start(() => void tell('frame/media', null));
		this.#connections = new ConnectionWatch(this.#touch);
		if (this.#isTop) {
			this.#presence = new PresenceWatch(() => this.#isWatched || this.#media.media?.isPlaying() === true);
			this.#routes = new RouteWatch(() => void this.#changeVisit());
		}
		addEventListener('load', this.#touch, { once: true });
		this.#listen();
		onPulse((isWatched) => {
			this.#isWatched = isWatched;
			if (isWatched) this.#schedule(0);
		});
		this.#touch();
	}

	/** Again before each report: see `MediaSensor.listen`. */
	#listen(): void {
		addEventListener('pagehide', this.#sendNow);
		addEventListener('pageshow', this.#comeBack);
		document.addEventListener('visibilitychange', this.#sendNow);
		this.#media.listen();
	}

	/**
	 * The page may be going: said at once, even while an earlier report is on its way. Firefox cuts short what runs as a page is left,
	 * and hides the page after that: what is said then is its last word.
	 */
	readonly #sendNow = (event: Event) => {
		this.#isSending = false;
		if (event.type === 'pagehide') this.#going = { isFrozen: (event as PageTransitionEvent).persisted };
		this.#send().catch(() => {});
	};

	/** A page taken back from the back/forward cache is a new stay. */
	readonly #comeBack = (event: PageTransitionEvent) => {
		if (!event.persisted) return;
		this.#going = null;
		if (this.#isTop) void this.#changeVisit();
	};

	/** Ends the visit with its last totals and begins another in the same document. */
	async #changeVisit(): Promise<void> {
		const startedAtMs = Date.now();
		this.#isSending = false;
		const sent = this.#send();
		// What comes while the answers are on their way is the next visit's.
		this.#visitId = null;
		this.#reset();
		await sent;
		await this.#open(startedAtMs);
		this.#schedule(REPORT_DELAY_MS);
	}

	/** Reports within a delay; a report that is due sooner already stands. */
	#schedule(delayMs: number): void {
		const endsAtMs = performance.now() + delayMs;
		if (!this.isAlive || this.#timerEndsAtMs <= endsAtMs) return;
		clearTimeout(this.#timer);
		this.#timerEndsAtMs = endsAtMs;
		this.#timer = setTimeout(() => {
			this.#timerEndsAtMs = Number.POSITIVE_INFINITY;
			this.#routes?.check();
			if (this.#isTop && dayOf(new Date()) !== this.#day) void this.#changeVisit();
			else void this.#send();
		}, delayMs);
	}

	async #send(): Promise<void> {
		const visitId = this.#visitId;
		if (!this.isAlive || visitId === null) return;
		// What changed is said after the report that is on its way.
		if (this.#isSending) return this.#schedule(REPORT_DELAY_MS);
		if (!isConnected()) return this.stop();
		this.#isSending = true;
		this.#listen();
		const media = this.#media.media;
		const videos = media?.takeVideos() ?? [];
		const report: SentReport = {
			frameId: this.frameId,
			visitId,
			videos,
			connections: this.#connections?.read() ?? '',
			media: media?.totals() ?? null,
			nowPlaying: media?.nowPlaying() ?? null,
			activeMs: this.#presence?.read() ?? 0,
			isLeaving: this.#going !== null && this.#isTop,
			isFrozen: this.#going?.isFrozen ?? false,
			// Taken last: what was taken and not sent is lost.
			addresses: this.#resources?.take(MAX_ADDRESSES_A_REPORT, this.#going !== null) ?? [],
		};
		// A page that leaves is hidden after it was told so, and has said all by then.
		if (report.isLeaving) this.#visitId = null;
		const reply = await tell('frame/report', report);
		this.#isSending = false;
		if (!reply.ok) {
			this.#resources?.putBack(report.addresses);
			media?.putBack(videos);
		} else if (reply.value === null) this.stop();
		else this.#hear(reply.value);
		if (reply.ok && this.#resources?.hasMore) this.#schedule(0);
		else if (this.#isWatched) this.#schedule(WATCHED_REPORT_DELAY_MS);
		else if (media?.isPlaying()) this.#schedule(REPORT_DELAY_MS);
		else if (this.#presence?.isActive()) this.#schedule(READING_REPORT_DELAY_MS);
	}

	/** A child frame whose page went on to another visit counts from nothing under that one. */
	#hear(answer: FrameAnswer): void {
		if (answer.visitId !== this.#visitId && !this.#isTop) {
			this.#visitId = answer.visitId;
			this.#reset();
		}
		this.#resources?.hear(answer);
	}

	#watches() {
		return [this.#resources, this.#media, this.#connections, this.#presence];
	}

	#reset(): void {
		this.sinceMs = performance.now();
		for (const watch of this.#watches()) watch?.reset();
	}

	/** Lets go of the page: nothing of ours runs here any more. */
	stop(): void {
		this.isAlive = false;
		clearTimeout(this.#timer);
		for (const watch of this.#watches()) watch?.stop();
		this.#routes?.stop();
		removeEventListener('pagehide', this.#sendNow);
		removeEventListener('pageshow', this.#comeBack);
		document.removeEventListener('visibilitychange', this.#sendNow);
	}
}
