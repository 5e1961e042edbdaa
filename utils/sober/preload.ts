import type { Player } from './player';
import { isFilm } from './shown';

/** Keeps films that nobody has played from loading more than their first moment. */
export class Preload {
	readonly #before = new Map<HTMLVideoElement, string>();
	/** How to let go of each player that is held. */
	readonly #waiting = new Map<Player, () => void>();
	#isOn = false;

	start(): void {
		if (this.#isOn) return;
		this.#isOn = true;
		document.addEventListener('play', this.#onPlay, true);
		for (const video of document.querySelectorAll('video')) this.meet(video);
	}

	stop(): void {
		this.#isOn = false;
		document.removeEventListener('play', this.#onPlay, true);
		for (const [video, preload] of this.#before) video.setAttribute('preload', preload);
		this.#before.clear();
		for (const letGo of this.#waiting.values()) letGo();
		this.#waiting.clear();
	}

	/**
	 * A film that has just come into the page. Its length and first picture still load: pages wait for them. video.js is left
	 * alone: it chooses the quality for good from what it knows when it first loads.
	 */
	meet(video: HTMLVideoElement): void {
		const preload = video.getAttribute('preload');
		if (!this.#isOn || preload === null || !/^(?:auto)?$/i.test(preload) || !video.paused) return;
		if (video.closest('.video-js')) return;
		this.#before.set(video, preload);
		video.setAttribute('preload', 'metadata');
	}

	/** A player that was just met. */
	meetPlayer(player: Player): void {
		const video = player.video();
		if (!this.#isOn || (video && (!video.paused || video.currentTime > 0))) return;
		if (!this.#waiting.has(player)) this.#waiting.set(player, player.holdAhead());
	}

	readonly #onPlay = ({ target }: Event) => {
		if (!isFilm(target)) return;
		for (const [player, letGo] of this.#waiting) {
			const video = player.video();
			if (video !== null && video !== target) continue;
			this.#waiting.delete(player);
			letGo();
		}
	};
}
