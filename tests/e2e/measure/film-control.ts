/** These run in the page, where `film()` is its media element. */
declare function film(): HTMLVideoElement;
declare const lines: ReadonlySet<number>;

/** Plays it. */
export function start(): Promise<void> {
	return film().play();
}

/** Stops it and gives where. */
export function halt(): number {
	film().pause();
	return film().currentTime;
}

/** Where it is, seconds. */
export function positionOf(): number {
	return film().currentTime;
}

/** Heights in which it has played. */
export function linesOf(): string[] {
	return [...lines].map(String).sort();
}

/** Whether it could play at once. */
export function isReady(): boolean {
	return film().readyState >= 2;
}

/** Changes the film and gives where it was. */
export function set(field: 'currentTime' | 'playbackRate', value: number): number {
	const { currentTime } = film();
	film()[field] = value;
	return currentTime;
}

/** Draws it so, and gives where it was. */
export function style(css: string): number {
	film().style.cssText = css;
	return film().currentTime;
}

/** Takes it out of the page and gives where it was. */
export function remove(): number {
	const { currentTime } = film();
	film().remove();
	return currentTime;
}
