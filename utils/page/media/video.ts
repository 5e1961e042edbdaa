import { Spans } from '@/utils/core/visit/spans';
import { LoadPace } from './load-pace';

/** A shorter jump is a player's correction, not a learner's seek. Seconds. */
const MIN_SEEK_S = 1;
/** `HTMLMediaElement.NETWORK_IDLE`. */
const NETWORK_IDLE = 1;

/** What was loaded and played of one video or sound, in seconds of its own timeline. */
export class Video {
	/** Length; null until it is known, and for live media. */
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
	/** Short name, `avc1`; null when unknown. */
	codec: string | null = null;
	/** Largest share that was loaded, 0 to 1, and whether a change is still to be reported. */
	share = 0;
	isChanged = false;
	/** When its share last grew, and when loading was last suspended (see `LoadPace`), milliseconds since 1970; 0 for never. */
	lastLoadedAtMs = 0;
	suspendedAtMs = 0;
	/** When it was last inspected, milliseconds since 1970. */
	inspectedAtMs = 0;
	/** Whether another part was loaded after a suspension: what the open response held for the player then is not counted. */
	hasJumped = false;
	#pace = new LoadPace(performance.now());
	/** Loaded during earlier visits. */
	#countedS = 0;
	/** Position before a jump; null while there is none pending. */
	#jumpedFromS: number | null = null;

	/** Seconds loaded during this visit. */
	get loadedS(): number {
		return this.buffered.total() - this.#countedS;
	}

	/** See {@link LoadPace.sharePerMs}. */
	get sharePerMs(): number {
		return this.#pace.sharePerMs;
	}

	/** Whether it is complete, or has been suspended so long that further readings add nothing. */
	get isSettled(): boolean {
		return this.share >= 1 || this.#pace.isSettled;
	}

	get isPlayed(): boolean {
		return this.contentS > 0;
	}

	/** Reads what the element has buffered. */
	readBuffer({ duration, buffered, networkState }: HTMLMediaElement): void {
		if (Number.isFinite(duration)) this.durationS = duration;
		const { share: before, buffered: spans } = this;
		const spanCount = spans.count;
		for (let index = 0; index < buffered.length; index++) spans.add(buffered.start(index), buffered.end(index));
		if (this.durationS) this.share = Math.max(before, Math.min(1, this.loadedS / this.durationS));
		const isSuspended = networkState === NETWORK_IDLE && this.share > 0 && this.share < 1;
		const { wasSuspended, suspendedAtMs: lastSuspendedAtMs } = this.#pace;
		this.isChanged = this.#pace.read(this.share, isSuspended, performance.now()) || this.isChanged;
		const { suspendedAtMs } = this.#pace;
		this.inspectedAtMs = Date.now();
		if (this.share > before) this.lastLoadedAtMs = this.inspectedAtMs;
		if (suspendedAtMs !== null && suspendedAtMs !== lastSuspendedAtMs) this.suspendedAtMs = this.inspectedAtMs;
		this.hasJumped ||= wasSuspended && spans.count > spanCount;
	}

	/** Adds a stretch that was played. Returns how much of it was a replay, and what was skipped before it. */
	play(fromS: number, toS: number): { replayedS: number; skippedS: number; seekCount: number } {
		const jumpS = this.#jumpedFromS === null || !this.isPlayed ? 0 : fromS - this.#jumpedFromS;
		const seekCount = Math.abs(jumpS) > MIN_SEEK_S ? 1 : 0;
		const skippedS = seekCount ? Math.max(0, jumpS) : 0;
		this.#jumpedFromS = null;
		const before = this.played.total();
		this.played.add(fromS, toS);
		const replayedS = Math.max(0, toS - fromS - (this.played.total() - before));
		this.contentS += toS - fromS;
		this.replayedS += replayedS;
		this.skippedS += skippedS;
		this.seekCount += seekCount;
		return { replayedS, skippedS, seekCount };
	}

	/** Playback jumps from here to another position. The jump of a loop does not count. */
	jumpFrom(atS: number, isLooping: boolean): void {
		if (isLooping && this.durationS !== null && atS >= this.durationS - MIN_SEEK_S) return;
		this.#jumpedFromS ??= atS;
	}

	/** Starts at 0 for another visit; what was loaded so far belongs to the earlier one. */
	reset(): void {
		this.#countedS = this.buffered.total();
		this.played = new Spans();
		this.contentS = this.replayedS = this.skippedS = this.seekCount = this.share = 0;
		this.hiddenMs = this.offScreenMs = this.oversizedMs = this.decodedBytes = this.decodedS = 0;
		this.#pace = new LoadPace(performance.now());
		this.lastLoadedAtMs = this.suspendedAtMs = this.inspectedAtMs = 0;
		this.hasJumped = false;
		this.isChanged = false;
		this.#jumpedFromS = null;
	}
}
