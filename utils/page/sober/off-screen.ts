import { isVideo } from './shown';

/** Pauses videos that are wholly out of the viewport until they are seen again. */
export class OffScreen {
	readonly #paused = new Set<HTMLVideoElement>();
	#observer: IntersectionObserver | null = null;

	start(): void {
		if (this.#observer) return;
		this.#observer = new IntersectionObserver((entries) => {
			for (const { target, isIntersecting } of entries) this.#look(target as HTMLVideoElement, isIntersecting);
		});
		for (const video of document.querySelectorAll('video')) this.#observer.observe(video);
	}

	stop(): void {
		this.#observer?.disconnect();
		this.#observer = null;
		for (const video of [...this.#paused]) this.#look(video, true);
	}

	meet(video: HTMLVideoElement): void {
		this.#observer?.observe(video);
	}

	#look(video: HTMLVideoElement, isFullyVisible: boolean): void {
		if (isFullyVisible) {
			if (this.#paused.delete(video) && video.paused && video.isConnected)
				video.play().catch(() => {
					// The browser wants a gesture again: the video waits at its place.
				});
		} else if (isVideo(video) && !video.paused && document.pictureInPictureElement !== video) {
			this.#paused.add(video);
			video.pause();
		}
	}
}
