import { LoadPace } from './load-pace';
import { Spans } from './spans';

/** A jump of less than this is a player's correction, not a learner's seek. Seconds. */
const LEAST_SEEK_S = 1;
/** `HTMLMediaElement.NETWORK_IDLE`. */
const NETWORK_IDLE = 1;

/** What is known of one video or sound: what of it was loaded and played, in seconds of its own time. */
export class Video {
	/** Length; null until it is known, and for a live one. */
	durationS: number | null = null;
	readonly buffered = new Spans();
	played = new Spans();
	contentS = 0;
	replayedS = 0;
	skippedS = 0;
	seekCount = 0;
	/** Milliseconds of clock time. */
	hiddenMs = 0;
	offScreenMs = 0;
	oversizedMs = 0;
	decodedBytes = 0;
	decodedS = 0;
	isAd = false;
	isNext = false;
	/** Short name, `avc1`; null when nobody told it. */
	codec: string | null = null;
	/** Largest share that was loaded, 0 to 1, and whether it is still to be told. */
	share = 0;
	isChanged = false;
	/** When its share last grew, and when the browser last came to have enough of it, milliseconds since 1970; 0 for never. */
	grownAtMs = 0;
	restedAtMs = 0;
	/** When it was last looked at, milliseconds since 1970. */
	inspectedAtMs = 0;
	/** Whether another part of it was loaded after a rest: what waited for the player then is in no figure. */
	hasJumped = false;
	#pace = new LoadPace(performance.now());
	/** Loaded for an earlier visit. */
	#countedS = 0;
	/** Where it was left by a jump. */
	#leftAtS: number | null = null;

	/** Seconds loaded for this visit. */
	get loadedS(): number {
		return this.buffered.total() - this.#countedS;
	}

	/** See {@link LoadPace.sharePerMs}. */
	get sharePerMs(): number {
		return this.#pace.sharePerMs;
	}

	/** Whether it is whole, or rests for so long that looking on tells nothing new. */
	get isSettled(): boolean {
		return this.share >= 1 || this.#pace.isSettled;
	}

	get isPlayed(): boolean {
		return this.contentS > 0;
	}

	/** Takes in what the element holds at this moment. */
	readBuffer({ duration, buffered, networkState }: HTMLMediaElement): void {
		if (Number.isFinite(duration)) this.durationS = duration;
		const { share: before, buffered: spans } = this;
		const spanCount = spans.count;
		for (let index = 0; index < buffered.length; index++) spans.add(buffered.start(index), buffered.end(index));
		if (this.durationS) this.share = Math.max(before, Math.min(1, this.loadedS / this.durationS));
		const isResting = networkState === NETWORK_IDLE && this.share > 0 && this.share < 1;
		const { hasRested, restedAtMs: wasResting } = this.#pace;
		this.isChanged = this.#pace.read(this.share, isResting, performance.now()) || this.isChanged;
		const { restedAtMs } = this.#pace;
		this.inspectedAtMs = Date.now();
		if (this.share > before) this.grownAtMs = this.inspectedAtMs;
		if (restedAtMs !== null && restedAtMs !== wasResting) this.restedAtMs = this.inspectedAtMs;
		this.hasJumped ||= hasRested && spans.count > spanCount;
	}

	/** Books a stretch that was played. Gives the part that had been played before and what was skipped to get here. */
	play(fromS: number, toS: number): { replayedS: number; skippedS: number; seekCount: number } {
		const jumpS = this.#leftAtS === null || !this.isPlayed ? 0 : fromS - this.#leftAtS;
		const seekCount = Math.abs(jumpS) > LEAST_SEEK_S ? 1 : 0;
		const skippedS = seekCount ? Math.max(0, jumpS) : 0;
		this.#leftAtS = null;
		const before = this.played.total();
		this.played.add(fromS, toS);
		const replayedS = Math.max(0, toS - fromS - (this.played.total() - before));
		this.contentS += toS - fromS;
		this.replayedS += replayedS;
		this.skippedS += skippedS;
		this.seekCount += seekCount;
		return { replayedS, skippedS, seekCount };
	}

	/** The video was left there for another place in it; going round in a loop is not leaving it. */
	leave(atS: number, isLooping: boolean): void {
		if (isLooping && this.durationS !== null && atS >= this.durationS - LEAST_SEEK_S) return;
		this.#leftAtS ??= atS;
	}

	/** Starts from nothing for another visit; what was loaded so far was the earlier one's. */
	reset(): void {
		this.#countedS = this.buffered.total();
		this.played = new Spans();
		this.contentS = this.replayedS = this.skippedS = this.seekCount = this.share = 0;
		this.hiddenMs = this.offScreenMs = this.oversizedMs = this.decodedBytes = this.decodedS = 0;
		this.#pace = new LoadPace(performance.now());
		this.grownAtMs = this.restedAtMs = this.inspectedAtMs = 0;
		this.hasJumped = false;
		this.isChanged = false;
		this.#leftAtS = null;
	}
}
