/** Lines of the screen that a video's picture fills, in device pixels; 0 while it is not shown or its shape is unknown. */
export function shownLines(video: HTMLMediaElement | null): number {
	if (!(video instanceof HTMLVideoElement)) return 0;
	const { width, height } = video.getBoundingClientRect();
	const { videoWidth, videoHeight } = video;
	// Before its first picture its shape is that of its frame.
	const aspect = videoHeight > 0 ? videoWidth / videoHeight : width / height || 1;
	const shownHeight = Math.min(height, width / aspect);
	const shortSide = Math.min(shownHeight, shownHeight * aspect);
	return Math.round(shortSide * devicePixelRatio);
}

/** Those of the video that is shown largest; 0 without any. */
export function largestShownLines(): number {
	return Math.max(0, ...[...document.querySelectorAll('video')].map(shownLines));
}

/** A video of a course: not a camera, a class that is held live, nor sound alone. */
export function isVideo(element: EventTarget | null): element is HTMLVideoElement {
	return element instanceof HTMLVideoElement && !element.srcObject && element.duration !== Number.POSITIVE_INFINITY;
}
