/** CSS scale of the enclosing frames, as far as they are of the same origin. */
function frameScale(): number {
	let scale = 1;
	for (let view: Window = window; view.frameElement instanceof HTMLElement; view = view.parent) {
		const { offsetWidth } = view.frameElement;
		if (offsetWidth > 0) scale *= view.frameElement.getBoundingClientRect().width / offsetWidth;
	}
	return scale;
}

function sum(...lengths: string[]): number {
	return lengths.reduce((total, length) => total + (Number.parseFloat(length) || 0), 0);
}

/**
 * The size, in device pixels, at which a video's whole picture is drawn: without the bars that `object-fit` adds, with the parts it crops, and
 * with CSS transforms, zoom and the screen's density. Zero where the element has no box.
 */
export function shownSize(video: HTMLVideoElement) {
	const { offsetWidth, offsetHeight, videoWidth, videoHeight } = video;
	if (!offsetWidth || !offsetHeight || !videoWidth || !videoHeight) return { widthPx: 0, heightPx: 0 };
	const box = video.getBoundingClientRect();
	const { objectFit, paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(video);
	const across = (video.clientWidth - sum(paddingLeft, paddingRight)) / videoWidth;
	const down = (video.clientHeight - sum(paddingTop, paddingBottom)) / videoHeight;
	const contained = Math.min(across, down);
	const scaleByFit: Readonly<Record<string, number>> = {
		cover: Math.max(across, down),
		none: 1,
		'scale-down': Math.min(1, contained),
	};
	const [x, y] = objectFit === 'fill' ? [across, down] : Array(2).fill(scaleByFit[objectFit] ?? contained);
	const density = devicePixelRatio * frameScale();
	return {
		widthPx: ((videoWidth * x * box.width) / offsetWidth) * density,
		heightPx: ((videoHeight * y * box.height) / offsetHeight) * density,
	};
}
