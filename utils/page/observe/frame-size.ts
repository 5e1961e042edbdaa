/** The shorter side of a frame with room for a video class, in CSS pixels: the usual advertisements (IAB) are smaller. */
const MIN_CLASS_PX = 310;

/** Whether there is room for a video class in this frame. */
export function isLargeFrame(): boolean {
	return Math.min(innerWidth, innerHeight) >= MIN_CLASS_PX;
}
