import { avoidedBytes, BITS_PER_BYTE, cappedHeightPx, DEVICE_LIMIT_PX, lowestHeightPx } from './cap';
import { isCourseVideo, largestShownHeightPx, shownHeightPx } from './course-video';
import { hookManifests } from './manifests';
import type { OnPlayer, Player } from './player';
import { watchDash } from './players/dash';
import { watchHls } from './players/hls';
import { watchPlyr } from './players/plyr';
import { watchShaka } from './players/shaka';
import { watchVideoJs } from './players/video-js';
import { SourceChoice } from './sources';
import { type ThinManifest, thinManifest } from './thin-manifest';

/** Events after which a video may be shown at another size, or is another video. */
const SIZE_EVENTS = ['loadstart', 'loadedmetadata', 'playing'] as const;
/** A longer step of a video's position is a seek. */
const MAX_STEP_S = 2;

/** Whether a player offers its video in more than one resolution. Its cap changes nothing of that. */
function hasChoice(player: Player): boolean {
	return new Set(player.renditions().map(({ heightPx }) => heightPx)).size > 1;
}

/** Caps the resolution of the frame's players, and adds up the bytes that this avoids. */
export class Quality {
	/** Bytes avoided so far, by the players' own bitrates. */
	avoidedBytes = 0;
	/** Known players, each with the state in which it was last capped: see `#cap`. */
	readonly #players = new Map<Player, string>();
	/** Players that keep to their lowest quality: see `reduce`. */
	readonly #reduced = new Set<Player>();
	readonly #sources = new SourceChoice();
	#limitPx = DEVICE_LIMIT_PX;
	/** Last known position of each video, in seconds. */
	readonly #positions = new WeakMap<HTMLMediaElement, number>();
	readonly #onPlayer: OnPlayer;
	/** The last manifest that was thinned, of a player without a known interface. */
	#manifest: ThinManifest | null = null;
	#stops: (() => void)[] = [];

	/** `onPlayer` is called with each player that is found. */
	constructor(onPlayer: OnPlayer) {
		this.#onPlayer = onPlayer;
	}

	/** True once a player was given a thinner manifest, which it keeps until the page is reloaded. */
	get hasThinManifest(): boolean {
		return this.#manifest !== null;
	}

	/** Videos whose quality can be lowered: by their player, which offers another one, or by another source. */
	get cappableCount(): number {
		return [...this.#players.keys()].filter(hasChoice).length + this.#sources.count;
	}

	/** The player of an element; undefined for one without a known player. */
	playerOf(video: HTMLMediaElement): Player | undefined {
		return [...this.#players.keys()].find((player) => player.video() === video);
	}

	start(): void {
		if (this.#stops.length > 0) return;
		const onPlayer = (player: Player) => {
			this.#players.delete(player);
			this.#cap(player);
			this.#onPlayer(player);
		};
		this.#stops = [
			watchHls(onPlayer),
			watchShaka(onPlayer),
			watchDash(onPlayer),
			watchVideoJs(onPlayer),
			watchPlyr(onPlayer),
			hookManifests((manifest) => this.#thin(manifest)),
		];
		const listening = new AbortController();
		const { signal } = listening;
		this.#stops.push(() => listening.abort());
		for (const event of SIZE_EVENTS) document.addEventListener(event, this.#onSize, { capture: true, signal });
		document.addEventListener('fullscreenchange', this.#capAll, { signal });
		addEventListener('resize', this.#capAll, { signal });
		document.addEventListener('timeupdate', this.#onTimeUpdate, { capture: true, signal });
		this.#capAll();
	}

	/** Lets every player choose for itself again. */
	stop(): void {
		if (this.#stops.length === 0) return;
		for (const stop of this.#stops) stop();
		this.#stops = [];
		for (const player of [...this.#players.keys()]) if (!this.#reduced.has(player)) this.recap(player);
		this.#sources.restore();
	}

	/** Limits the resolution to what the user has chosen, in lines; null for the limit of the device. */
	limit(lines: number | null): void {
		this.#limitPx = lines ?? DEVICE_LIMIT_PX;
		if (this.#stops.length > 0) this.#capAll();
	}

	/** Keeps a player to its lowest quality, which may be sound alone, whatever the limit is, until `recap`. */
	reduce(player: Player): void {
		this.#reduced.add(player);
		this.#cap(player);
	}

	/** Sets the cap of a player again, after something else has changed it. */
	recap(player: Player): void {
		this.#reduced.delete(player);
		player.cap(null);
		this.#players.set(player, '');
		if (this.#stops.length > 0) this.#cap(player);
	}

	/** A video was added to the page, or may be shown at another size. */
	addVideo(video: HTMLVideoElement): void {
		if (this.#stops.length === 0 || !isCourseVideo(video)) return;
		const player = this.playerOf(video);
		if (player) this.#cap(player);
		else this.#sources.cap(video, shownHeightPx(video), this.#limitPx);
	}

	readonly #onSize = ({ target }: Event) => {
		if (target instanceof HTMLVideoElement) this.addVideo(target);
	};

	readonly #capAll = () => {
		for (const player of [...this.#players.keys()]) this.#cap(player);
		for (const video of document.querySelectorAll('video')) this.addVideo(video);
	};

	/** Caps a player only after a change, so that a quality which the learner chose in its menu stands. */
	#cap(player: Player): void {
		const offered = player.renditions().map(({ heightPx }) => heightPx);
		const maxPx = this.#reduced.has(player)
			? lowestHeightPx(offered)
			: cappedHeightPx(offered, shownHeightPx(player.video()), this.#limitPx);
		const state = `${offered} ${maxPx}`;
		if (this.#players.get(player) === state) return;
		this.#players.set(player, state);
		if (maxPx !== null) player.cap(maxPx);
	}

	#thin(manifest: string): string | null {
		// A player with a known interface gets the whole manifest: its cap can be removed without loading anything again.
		if (this.#players.size > 0 || document.querySelector('.video-js')) return null;
		const thinned = thinManifest(manifest, (offered) => cappedHeightPx(offered, largestShownHeightPx(), this.#limitPx));
		this.#manifest = thinned ?? this.#manifest;
		return thinned?.text ?? null;
	}

	readonly #onTimeUpdate = ({ target }: Event) => {
		if (!isCourseVideo(target)) return;
		const seconds = target.currentTime - (this.#positions.get(target) ?? target.currentTime);
		this.#positions.set(target, target.currentTime);
		if (seconds <= 0 || seconds > MAX_STEP_S) return;
		const player = this.playerOf(target);
		if (player) {
			const [current, bandwidth] = [player.currentBitsPerSecond(), player.bandwidthBitsPerSecond()];
			if (current !== null && bandwidth !== null)
				this.avoidedBytes += avoidedBytes(player.renditions(), current, bandwidth, seconds);
		} else if (this.#manifest && target.currentSrc.startsWith('blob:')) {
			// The bandwidth is unknown: at least the next higher quality was avoided.
			this.avoidedBytes += (this.#manifest.savedBitsPerSecond * seconds) / BITS_PER_BYTE;
		}
	};
}
