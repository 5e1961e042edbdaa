import { addressOf, isCourseVideo, resume } from '@/utils/page/sober/course-video';
import { patch } from '@/utils/page/sober/patch';
import { Tries } from '@/utils/page/sober/tries';
import { invoke } from '@/utils/page/world/wrap';

/**
 * Blocks videos that start before the learner has clicked or pressed a key on the page, with the same error as a browser
 * whose autoplay is blocked. The play button, or any `play` after an input, starts them.
 */
export class Autoplay {
	/** Blocked videos, with their original attributes. */
	readonly #blocked = new Map<HTMLVideoElement, Pick<HTMLVideoElement, 'autoplay' | 'controls'>>();
	readonly #tries = new Tries();
	#restore: (() => void) | null = null;

	start(): void {
		if (this.#restore) return;
		const block = (element: unknown) => this.#block(element as HTMLMediaElement);
		this.#restore = patch(HTMLMediaElement.prototype, 'play', {
			apply: function trap(play, element: HTMLMediaElement, args) {
				if (block(element)) return Promise.reject(new DOMException('play() needs a gesture.', 'NotAllowedError'));
				return invoke(play, element, args, trap);
			},
		});
		document.addEventListener('play', this.#onPlay, true);
		for (const video of document.querySelectorAll('video')) this.addVideo(video);
	}

	/** Lets blocked videos play as the page intended. */
	stop(): void {
		this.#restore?.();
		this.#restore = null;
		document.removeEventListener('play', this.#onPlay, true);
		for (const [video, { autoplay, controls }] of this.#blocked) {
			video.controls = controls;
			if (!autoplay || !video.isConnected) continue;
			video.autoplay = true;
			if (video.currentTime === 0) resume(video);
		}
		this.#blocked.clear();
	}

	addVideo(video: HTMLVideoElement): void {
		if (this.#restore && video.autoplay && this.#tries.begin(video, addressOf(video))) this.#block(video);
	}

	/** Blocks a video unless there was an input; false if it may play. */
	#block(video: HTMLMediaElement): boolean {
		if (navigator.userActivation.hasBeenActive || !isCourseVideo(video)) return false;
		const { autoplay, controls } = video;
		if (!this.#blocked.has(video)) this.#blocked.set(video, { autoplay, controls });
		video.autoplay = false;
		// A video that autoplays may have no play button.
		if (autoplay) video.controls = true;
		return true;
	}

	/** A video that began to play before it was blocked. */
	readonly #onPlay = ({ target }: Event) => {
		if (!isCourseVideo(target) || navigator.userActivation.hasBeenActive) return;
		// A page that starts it again each time has its way.
		if (this.#tries.begin(target, addressOf(target)) && this.#block(target)) target.pause();
	};
}
