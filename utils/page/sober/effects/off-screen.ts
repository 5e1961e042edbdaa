import { isCourseVideo, resume } from '@/utils/page/sober/course-video';

/** Pauses videos while they are entirely outside the viewport. */
export class OffScreen {
	readonly #paused = new Set<HTMLVideoElement>();
	#observer: IntersectionObserver | null = null;

	start(): void {
		if (this.#observer) return;
		this.#observer = new IntersectionObserver((entries) => {
			for (const { target, isIntersecting } of entries) this.#update(target as HTMLVideoElement, isIntersecting);
		});
		for (const video of document.querySelectorAll('video')) this.#observer.observe(video);
	}

	stop(): void {
		this.#observer?.disconnect();
		this.#observer = null;
		for (const video of [...this.#paused]) this.#update(video, true);
	}

	addVideo(video: HTMLVideoElement): void {
		this.#observer?.observe(video);
	}

	#update(video: HTMLVideoElement, isInView: boolean): void {
		if (isInView) {
			if (this.#paused.delete(video) && video.paused && video.isConnected) resume(video);
		} else if (isCourseVideo(video) && !video.paused && document.pictureInPictureElement !== video) {
			this.#paused.add(video);
			video.pause();
		}
	}
}
