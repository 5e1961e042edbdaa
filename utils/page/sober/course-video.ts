/** Whether an element is a recorded video: no camera, live class or sound alone. */
export function isCourseVideo(element: EventTarget | null): element is HTMLVideoElement {
	return element instanceof HTMLVideoElement && !element.srcObject && element.duration !== Number.POSITIVE_INFINITY;
}

/** Plays a video. If the browser requires another user gesture, it stays paused. */
export function resume(video: HTMLVideoElement): void {
	video.play().catch(() => {});
}

/** Device pixels of the shorter side of a video's picture as shown; 0 while it is not shown. */
export function shownHeightPx(video: HTMLMediaElement | null): number {
	if (!(video instanceof HTMLVideoElement)) return 0;
	const { width, height } = video.getBoundingClientRect();
	const { videoWidth, videoHeight } = video;
	// Before the first frame is decoded, assume the aspect ratio of the element.
	const aspect = videoHeight > 0 ? videoWidth / videoHeight : width / height || 1;
	const pictureHeight = Math.min(height, width / aspect);
	const shorterSide = Math.min(pictureHeight, pictureHeight * aspect);
	return Math.round(shorterSide * devicePixelRatio);
}

/** The largest of them in the document; 0 without any. */
export function largestShownHeightPx(): number {
	return Math.max(0, ...[...document.querySelectorAll('video')].map(shownHeightPx));
}

/** The address of a video's file, or of the first that it offers; '' for none. */
export function addressOf(video: HTMLVideoElement): string {
	return video.currentSrc || video.src || (video.querySelector('source')?.src ?? '');
}
