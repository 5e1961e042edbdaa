import { avoidedBytes, BITS_PER_BYTE, cappedLines, mostLines } from './cap';
import { hookLists } from './lists';
import type { Player } from './player';
import { watchDash } from './players/dash';
import { watchHls } from './players/hls';
import { watchPlyr } from './players/plyr';
import { watchShaka } from './players/shaka';
import { watchVideoJs } from './players/video-js';
import { isVideo, largestShownLines, shownLines } from './shown';
import { SourceChoice } from './sources';
import { type ThinList, thinList } from './thin-list';

/** Events after which a video may be shown at another size, or is another video. */
const SIZE_EVENTS = ['loadstart', 'loadedmetadata', 'playing'] as const;
/** One step of a video's clock is at most this long; a longer one is a jump. */
const MAX_STEP_S = 2;

/** Caps what the players of this frame take, and adds up what they did not take. */
export class Quality {
	/** Bytes avoided so far, by the players' own bitrates. */
	avoidedBytes = 0;
	readonly #players = new Map<Player, string>();
	readonly #sources = new SourceChoice();
	readonly #limit = mostLines(/Mobi/.test(navigator.userAgent));
	readonly #places = new WeakMap<HTMLMediaElement, number>();
	readonly #onMeet: (player: Player) => void;
	/** The last list that was thinned, of a player that nobody can speak to. */
	#list: ThinList | null = null;
	#stops: (() => void)[] = [];

	/** `onMeet` hears of each player, also while the cap is off. */
	constructor(onMeet: (player: Player) => void) {
		this.#onMeet = onMeet;
	}

	/** True while a player was given a lighter list, which holds until the video is opened again. */
	get isListThinned(): boolean {
		return this.#list !== null;
	}

	/** Videos that can be given another quality from here. */
	get cappableCount(): number {
		return this.#players.size + this.#sources.count;
	}

	/** The player of an element; undefined for one that plays by itself or cannot be spoken to. */
	playerOf(video: HTMLMediaElement): Player | undefined {
		return [...this.#players.keys()].find((player) => player.video() === video);
	}

	start(): void {
		if (this.#stops.length > 0) return;
		const meet = (player: Player) => {
			this.#players.delete(player);
			this.#cap(player);
			this.#onMeet(player);
		};
		this.#stops = [
			watchHls(meet),
			watchShaka(meet),
			watchDash(meet),
			watchVideoJs(meet),
			watchPlyr(meet),
			hookLists((list) => this.#thin(list)),
		];
		const listening = new AbortController();
		const { signal } = listening;
		this.#stops.push(() => listening.abort());
		for (const event of SIZE_EVENTS) document.addEventListener(event, this.#onSize, { capture: true, signal });
		document.addEventListener('fullscreenchange', this.#capAll, { signal });
		addEventListener('resize', this.#capAll, { signal });
		document.addEventListener('timeupdate', this.#onTime, { capture: true, signal });
		this.#capAll();
	}

	/** Gives every player back its own choice. */
	stop(): void {
		if (this.#stops.length === 0) return;
		for (const stop of this.#stops) stop();
		this.#stops = [];
		for (const player of [...this.#players.keys()]) this.recap(player);
		this.#sources.restore();
	}

	/** Gives a player the cap that it should have now, whoever has changed it. */
	recap(player: Player): void {
		player.cap(null);
		this.#players.set(player, '');
		if (this.#stops.length > 0) this.#cap(player);
	}

	/** A video that has just come into the page, or is shown at another size. */
	meet(video: HTMLVideoElement): void {
		if (this.#stops.length === 0 || !isVideo(video)) return;
		const player = this.playerOf(video);
		if (player) this.#cap(player);
		else this.#sources.cap(video, shownLines(video), this.#limit);
	}

	readonly #onSize = ({ target }: Event) => {
		if (target instanceof HTMLVideoElement) this.meet(target);
	};

	readonly #capAll = () => {
		for (const player of [...this.#players.keys()]) this.#cap(player);
		for (const video of document.querySelectorAll('video')) this.meet(video);
	};

	/** Caps a player where something has changed: what the learner chooses in its menu meanwhile stands. */
	#cap(player: Player): void {
		const offered = player.renditions().map(({ lines }) => lines);
		const most = cappedLines(offered, shownLines(player.video()), this.#limit);
		const state = `${offered} ${most}`;
		if (this.#players.get(player) === state) return;
		this.#players.set(player, state);
		if (most !== null) player.cap(most);
	}

	#thin(list: string): string | null {
		// Whoever can be spoken to gets the whole list: it is given back without loading anything again.
		if (this.#players.size > 0 || document.querySelector('.video-js')) return null;
		const thinned = thinList(list, (offered) => cappedLines(offered, largestShownLines(), this.#limit));
		this.#list = thinned ?? this.#list;
		return thinned?.text ?? null;
	}

	readonly #onTime = ({ target }: Event) => {
		if (!isVideo(target)) return;
		const seconds = target.currentTime - (this.#places.get(target) ?? target.currentTime);
		this.#places.set(target, target.currentTime);
		if (seconds <= 0 || seconds > MAX_STEP_S) return;
		const player = this.playerOf(target);
		if (player) {
			const [taken, line] = [player.takenBitsPerSecond(), player.lineBitsPerSecond()];
			if (taken !== null && line !== null) this.avoidedBytes += avoidedBytes(player.renditions(), taken, line, seconds);
		} else if (this.#list && target.currentSrc.startsWith('blob:')) {
			// Nobody knows the speed of the line: the next quality up at least.
			this.avoidedBytes += (this.#list.savedBitsPerSecond * seconds) / BITS_PER_BYTE;
		}
	};
}
