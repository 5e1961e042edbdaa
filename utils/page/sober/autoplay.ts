import { patch } from './patch';
import { isVideo } from './shown';

interface Held {
	readonly hadAutoplay: boolean;
	readonly hadControls: boolean;
}

/**
 * Stops videos that begin before the learner has done anything on the page, as a browser that is set so does itself, and
 * tells the page in the same words. The play button, or any `play` after a gesture, starts them.
 */
export class Autoplay {
	readonly #held = new Map<HTMLVideoElement, Held>();
	#restore: (() => void) | null = null;

	start(): void {
		if (this.#restore) return;
		const hold = (element: unknown) => this.#hold(element as HTMLMediaElement);
		this.#restore = patch(HTMLMediaElement.prototype, 'play', {
			apply(play, element: HTMLMediaElement, args) {
				if (hold(element)) return Promise.reject(new DOMException('play() needs a gesture.', 'NotAllowedError'));
				return Reflect.apply(play, element, args);
			},
		});
		document.addEventListener('play', this.#onPlay, true);
		for (const video of document.querySelectorAll('video')) this.meet(video);
	}

	/** What was held plays as the page wanted it. */
	stop(): void {
		this.#restore?.();
		this.#restore = null;
		document.removeEventListener('play', this.#onPlay, true);
		for (const [video, { hadAutoplay, hadControls }] of this.#held) {
			video.controls = hadControls;
			if (!hadAutoplay || !video.isConnected) continue;
			video.autoplay = true;
			if (video.currentTime === 0)
				video.play().catch(() => {
					// The browser holds it back itself.
				});
		}
		this.#held.clear();
	}

	/** A video that has just come into the page. */
	meet(video: HTMLVideoElement): void {
		if (this.#restore && video.autoplay) this.#hold(video);
	}

	/** Holds a video that nobody asked for; false for one that may play. */
	#hold(video: HTMLMediaElement): boolean {
		if (navigator.userActivation.hasBeenActive || !isVideo(video)) return false;
		const { autoplay, controls } = video;
		if (!this.#held.has(video)) this.#held.set(video, { hadAutoplay: autoplay, hadControls: controls });
		video.autoplay = false;
		// Without a script it has no other button.
		if (autoplay) video.controls = true;
		return true;
	}

	/** What began by itself before it was seen. */
	readonly #onPlay = ({ target }: Event) => {
		if (isVideo(target) && this.#hold(target)) target.pause();
	};
}
