import { type FrameAnswer, OPEN_AGAIN } from '@/utils/core/schema/frame-messages';
import type { SentReport } from '@/utils/core/schema/frame-report';
import type { TakenChannel } from '@/utils/page/channel/take';
import { MediaSensor } from '@/utils/page/media/media-sensor';
import { isConnected, onWatchedChange, sendToBackground } from '@/utils/page/messaging';
import { READING_REPORT_DELAY_MS, REPORT_DELAY_MS, WATCHED_REPORT_DELAY_MS } from './delays';
import type { FrameMark } from './frame-mark';
import { isLargeFrame } from './frame-size';
import { FrameWatches } from './frame-watches';
import { LeaveWatch } from './leave-watch';
import { RouteWatch } from './route-watch';
import { SoonestTimer } from './soonest-timer';
import { type Opening, VisitOpening } from './visit-opening';

/** Observes one frame and reports its totals under the tab's visit, until the page unloads or its site is not followed. */
export class FrameReporter implements FrameMark {
	isAlive = true;
	sinceMs = 0;
	hasObserved = false;
	readonly #isTop = window === window.top;
	readonly #opening = new VisitOpening(this.#isTop, () => this.#observeUnanswered());
	readonly frameId = this.#opening.frameId;
	#visitId: string | null = null;
	#isWatched = false;
	#isSending = false;
	readonly #leave = new LeaveWatch(
		// Even while another report is in flight.
		() => {
			this.#isSending = false;
			this.#openUnanswered();
			this.#send().catch(() => {});
		},
		// Another visit begins.
		() => this.#isTop && void this.#changeVisit(),
	);
	readonly #timer = new SoonestTimer(() => {
		this.#routes?.check();
		if (this.#isTop && !this.#opening.isOfToday) void this.#changeVisit();
		else void this.#send();
	});
	/** Null until the visit is known. */
	#watches: FrameWatches | null = null;
	/** The first report with media comes soon: a tab that crashes, or is closed at once, sends no last one. */
	#hasReportedMedia = false;
	readonly #onChange = () => {
		const isSoon = this.#isWatched || (this.#media.media !== null && !this.#hasReportedMedia);
		this.#schedule(isSoon ? WATCHED_REPORT_DELAY_MS : REPORT_DELAY_MS);
	};
	/** Runs before the tab is known to be followed: a shadow root is announced only once. */
	readonly #media: MediaSensor;
	#routes: RouteWatch | null = null;

	/** `isAnother`: one before it in the same frame was stopped, because the site was paused or unfollowed. */
	constructor(channel: TakenChannel, isAnother = false) {
		this.#media = new MediaSensor(channel, this.#onChange);
		channel.whenTaken(() => this.isAlive && this.#listen());
		// Not `timeOrigin`: after a sleep it differs from the wall clock, whose time network events have.
		if (isAnother) this.#openAgain();
		else void this.#open(this.#opening.make(Date.now() - performance.now()));
	}

	/** Asks the background for the visit of this frame, and observes if the tab is followed. */
	async #open(opening: Opening): Promise<void> {
		const reply = await this.#opening.send(opening);
		if (!this.#opening.isNewest(opening)) return;
		if (!reply.ok && reply.error === 'no-answer' && isConnected()) return this.#openLater(opening);
		if (!reply.ok || reply.value === null) return this.stop();
		if (reply.value === OPEN_AGAIN) return this.#openAgain();
		this.#visitId = reply.value.visitId;
		this.#watches ??= this.#observe();
		if (reply.value.isFromNow) this.#reset();
		this.#watches.resources.applyAnswer(reply.value);
	}

	#openLater(opening: Opening): void {
		this.#opening.unopened = opening;
		this.#schedule(REPORT_DELAY_MS);
	}

	/** Begins again at 0: the background has lost the visit with what it held. A child frame waits until the top frame has opened one. */
	#openAgain(): void {
		this.#visitId = null;
		this.#reset();
		const opening = this.#opening.make(Date.now(), this.#isTop);
		if (this.#isTop) void this.#open(opening);
		else this.#openLater(opening);
	}

	#observe(): FrameWatches {
		this.hasObserved = true;
		const watches = new FrameWatches(this.#media, this.#isTop ? () => this.#isWatched : null, this.#onChange);
		this.#media.start(() => void sendToBackground('frame/media', null));
		if (this.#isTop) this.#routes = new RouteWatch(() => void this.#changeVisit());
		addEventListener('load', this.#onChange, { once: true });
		this.#listen();
		onWatchedChange((isWatched) => {
			this.#isWatched = isWatched;
			this.#schedule(0);
		});
		this.#onChange();
		return watches;
	}

	/** Called again before each report: see `MediaSensor.listen`. */
	#listen(): void {
		this.#leave.listen();
		this.#media.listen();
		this.#watches?.resources.listen();
	}

	/** The visit ends before the background has answered: its only report follows its opening. */
	#openUnanswered(): void {
		if (this.#opening.unopened) void this.#open(this.#opening.unopened);
		this.#observeUnanswered();
		this.#visitId ??= this.#watches && this.#opening.takeUnanswered();
	}

	/** The background is starting or busy. Only followed sites have hooks: without a channel of theirs nothing is observed before its answer. */
	#observeUnanswered(): void {
		if (this.#opening.isUnanswered && this.#media.channel.node) this.#watches ??= this.#observe();
	}

	/** Ends the visit with its last totals and begins another in the same document. */
	async #changeVisit(): Promise<void> {
		const next = this.#opening.make(Date.now());
		this.#isSending = false;
		this.#openUnanswered();
		const sent = this.#send();
		// What is observed before the replies arrive belongs to the next visit.
		this.#visitId = null;
		this.#reset();
		await sent;
		if (this.#opening.isNewest(next)) await this.#open(next);
		this.#schedule(REPORT_DELAY_MS);
	}

	/** Reports within a delay, unless a report is due sooner already. */
	#schedule(delayMs: number): void {
		if (this.isAlive) this.#timer.set(delayMs);
	}

	async #send(): Promise<void> {
		if (this.#opening.unopened && this.isAlive) await this.#open(this.#opening.unopened);
		const [visitId, watches] = [this.#visitId, this.#watches];
		if (!this.isAlive || visitId === null || watches === null) return;
		// Another report is in flight: send the changes after it.
		if (this.#isSending) return this.#schedule(REPORT_DELAY_MS);
		if (!isConnected()) return this.stop();
		this.#isSending = true;
		this.#listen();
		const { leaving } = this.#leave;
		const isLast = leaving !== null;
		const report: SentReport = {
			frameId: this.frameId,
			visitId,
			isLarge: isLargeFrame(),
			isLeaving: isLast && this.#isTop,
			isFrozen: leaving?.isFrozen ?? false,
			hasUnheardFrames: this.#opening.hasUnheardFrames,
			...watches.take(isLast),
		};
		// `visibilitychange` follows `pagehide`: nothing more to report then.
		if (report.isLeaving) this.#visitId = null;
		this.#hasReportedMedia ||= report.media !== null;
		const reply = await sendToBackground('frame/report', report);
		this.#isSending = false;
		if (!reply.ok) watches.putBack(report);
		else if (reply.value === null) this.stop();
		else if (reply.value !== OPEN_AGAIN) this.#applyAnswer(reply.value);
		else if (visitId === this.#visitId) this.#openAgain();
		if (reply.ok && watches.resources.hasMore) this.#schedule(0);
		else if (this.#isWatched) this.#schedule(WATCHED_REPORT_DELAY_MS);
		else if (this.#media.media?.isPlaying()) this.#schedule(REPORT_DELAY_MS);
		else if (watches.presence?.isAttended()) this.#schedule(READING_REPORT_DELAY_MS);
	}

	/** A child frame whose page began another visit restarts its totals under that visit. */
	#applyAnswer(answer: FrameAnswer): void {
		if (answer.visitId !== this.#visitId && !this.#isTop) {
			this.#visitId = answer.visitId;
			this.#reset();
		}
		this.#watches?.resources.applyAnswer(answer);
	}

	#reset(): void {
		this.sinceMs = performance.now();
		this.#watches?.reset();
	}

	/** Removes every listener, observer and timer. */
	stop(): void {
		this.isAlive = false;
		this.#timer.stop();
		this.#media.stop();
		this.#watches?.stop();
		this.#routes?.stop();
		this.#leave.stop();
	}
}
