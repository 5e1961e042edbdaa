/** These run in the page, where `video()` is its media element. */
declare function video(): HTMLVideoElement;
declare const lines: ReadonlySet<number>;

/** Plays it. */
export function start(): Promise<void> {
	return video().play();
}

/** Stops it and gives where. */
export function halt(): number {
	video().pause();
	return video().currentTime;
}

/** Where it is, seconds. */
export function positionOf(): number {
	return video().currentTime;
}

/** Heights in which it has played. */
export function linesOf(): string[] {
	return [...lines].map(String).sort();
}

/** Whether play() succeeded. */
export function isReady(): boolean {
	return video().readyState >= 2;
}

/** Changes the video and gives where it was. */
export function set(field: 'currentTime' | 'playbackRate', value: number): number {
	const { currentTime } = video();
	video()[field] = value;
	return currentTime;
}

/** Draws it so, and gives where it was. */
export function style(css: string): number {
	video().style.cssText = css;
	return video().currentTime;
}

/** Takes it out of the page and gives where it was. */
export function remove(): number {
	const { currentTime } = video();
	video().remove();
	return currentTime;
}
