import type { FrameAnswer } from '@/utils/core/schema/frame-messages';
import type { SentReport } from '@/utils/core/schema/frame-report';
import { MAX_ADDRESSES_A_REPORT } from '@/utils/core/schema/names';
import { dayOf } from '@/utils/core/units/day';
import { MediaSensor } from '@/utils/page/media/media-sensor';
import { isConnected, onWatchedChange, sendToBackground } from '@/utils/page/messaging';
import { ConnectionWatch } from './connection-watch';
import type { FrameMark } from './frame-mark';
import { PresenceWatch } from './presence-watch';
import { randomId } from './random-id';
import { ResourceWatch } from './resource-watch';
import { RouteWatch } from './route-watch';

/** Changes wait this long, so that a busy page sends one message rather than many. */
const REPORT_DELAY_MS = 3_000;
/** The same while the popup is open over this tab. */
const WATCHED_REPORT_DELAY_MS = 900;
/** A page that is in use without any other change reports its active time at this interval. */
const READING_REPORT_DELAY_MS = 30_000;

/** Observes one frame and reports its totals under the tab's visit, until the page unloads or its site is not followed. */
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
	/** Set at `pagehide`; `isFrozen` when the page enters the back/forward cache. */
	#leaving: { readonly isFrozen: boolean } | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#timerEndsAtMs = Number.POSITIVE_INFINITY;
	#resources: ResourceWatch | null = null;
	readonly #onChange = () => this.#schedule(this.#isWatched ? WATCHED_REPORT_DELAY_MS : REPORT_DELAY_MS);
	/** Runs before the tab is known to be followed: a shadow root is announced only once. */
	readonly #media = new MediaSensor(this.#onChange);
	#connections: ConnectionWatch | null = null;
	#presence: PresenceWatch | null = null;
	#routes: RouteWatch | null = null;

	constructor() {
		// Not `timeOrigin`: after a sleep it differs from the wall clock, whose time network events have.
		void this.#open(Date.now() - performance.now());
	}

	/** Asks the background for the visit of this frame, and observes if the tab is followed. */
	async #open(startedAtMs: number): Promise<void> {
		this.#day = dayOf(new Date());
		const visitId = this.#isTop ? randomId() : null;
		const reply = await sendToBackground('frame/open', {
			frameId: this.frameId,
			visitId,
			startedAtMs: Math.round(startedAtMs),
			day: this.#day,
			isLate: this.#isLate,
		});
		if (!reply.ok || reply.value === null) return this.stop();
		this.#visitId = reply.value.visitId;
		if (this.#resources === null) this.#observe();
		this.#resources?.applyAnswer(reply.value);
	}

	#observe(): void {
		this.#resources = new ResourceWatch(this.#onChange);
		this.#media.start(() => void sendToBackground('frame/media', null));
		this.#connections = new ConnectionWatch(this.#onChange);
		if (this.#isTop) {
			this.#presence = new PresenceWatch(this.#media.time, () => this.#isWatched);
			this.#routes = new RouteWatch(() => void this.#changeVisit());
		}
		addEventListener('load', this.#onChange, { once: true });
		this.#listen();
		onWatchedChange((isWatched) => {
			this.#isWatched = isWatched;
			if (isWatched) this.#schedule(0);
		});
		this.#onChange();
	}

	/** Called again before each report: see `MediaSensor.listen`. */
	#listen(): void {
		addEventListener('pagehide', this.#sendNow);
		addEventListener('pageshow', this.#onPageShow);
		document.addEventListener('visibilitychange', this.#sendNow);
		this.#media.listen();
	}

	/**
	 * The page may be unloading, so report at once, even while another report is in flight. Firefox may abort this handler
	 * at `pagehide`; the `visibilitychange` that follows then sends the final report.
	 */
	readonly #sendNow = (event: Event) => {
		this.#isSending = false;
		if (event.type === 'pagehide') this.#leaving = { isFrozen: (event as PageTransitionEvent).persisted };
		this.#send().catch(() => {});
	};

	/** A page restored from the back/forward cache starts another visit. */
	readonly #onPageShow = (event: PageTransitionEvent) => {
		if (!event.persisted) return;
		this.#leaving = null;
		if (this.#isTop) void this.#changeVisit();
	};

	/** Ends the visit with its last totals and begins another in the same document. */
	async #changeVisit(): Promise<void> {
		const startedAtMs = Date.now();
		this.#isSending = false;
		const sent = this.#send();
		// What is observed before the replies arrive belongs to the next visit.
		this.#visitId = null;
		this.#reset();
		await sent;
		await this.#open(startedAtMs);
		this.#schedule(REPORT_DELAY_MS);
	}

	/** Reports within a delay, unless a report is due sooner already. */
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
		// Another report is in flight: send the changes after it.
		if (this.#isSending) return this.#schedule(REPORT_DELAY_MS);
		if (!isConnected()) return this.stop();
		this.#isSending = true;
		this.#listen();
		const { media, time } = this.#media;
		this.#presence?.read();
		const [played, videos] = [media?.totals() ?? null, media?.takeVideos() ?? []];
		const report: SentReport = {
			frameId: this.frameId,
			visitId,
			videos,
			connections: this.#connections?.read() ?? '',
			media: played,
			nowPlaying: media?.nowPlaying() ?? null,
			activeMs: time.total('active'),
			times: time.read(),
			isLeaving: this.#leaving !== null && this.#isTop,
			isFrozen: this.#leaving?.isFrozen ?? false,
			// Last, since entries are lost if an error occurs between taking and sending them.
			addresses: this.#resources?.take(MAX_ADDRESSES_A_REPORT, this.#leaving !== null) ?? [],
		};
		// `visibilitychange` follows `pagehide`: nothing more to report then.
		if (report.isLeaving) this.#visitId = null;
		const reply = await sendToBackground('frame/report', report);
		this.#isSending = false;
		if (!reply.ok) {
			this.#resources?.putBack(report.addresses);
			media?.putBack(videos);
		} else if (reply.value === null) this.stop();
		else this.#applyAnswer(reply.value);
		if (reply.ok && this.#resources?.hasMore) this.#schedule(0);
		else if (this.#isWatched) this.#schedule(WATCHED_REPORT_DELAY_MS);
		else if (media?.isPlaying()) this.#schedule(REPORT_DELAY_MS);
		else if (this.#presence?.isAttended()) this.#schedule(READING_REPORT_DELAY_MS);
	}

	/** A child frame whose page began another visit restarts its totals under that visit. */
	#applyAnswer(answer: FrameAnswer): void {
		if (answer.visitId !== this.#visitId && !this.#isTop) {
			this.#visitId = answer.visitId;
			this.#reset();
		}
		this.#resources?.applyAnswer(answer);
	}

	#reset(): void {
		this.sinceMs = performance.now();
		this.#presence?.read();
		for (const watch of [this.#resources, this.#media, this.#connections]) watch?.reset();
	}

	/** Removes every listener, observer and timer. */
	stop(): void {
		this.isAlive = false;
		clearTimeout(this.#timer);
		const watches = [this.#resources, this.#media, this.#connections, this.#presence, this.#routes];
		for (const each of watches) each?.stop();
		removeEventListener('pagehide', this.#sendNow);
		removeEventListener('pageshow', this.#onPageShow);
		document.removeEventListener('visibilitychange', this.#sendNow);
	}
}
