import { cappedLines } from './cap';

/** Words of a `<source>` in which pages and players name its quality: Plyr, video.js, MediaElement, plain addresses. */
const NAMES = ['size', 'res', 'label', 'title', 'data-res', 'data-quality', 'src'] as const;
const LINES = /(?:^|[^\d])(144|240|360|480|540|576|720|1080|1440|2160)(?:p|[^\dx]|$)/i;

interface Choice {
	readonly source: HTMLSourceElement;
	readonly lines: number;
}

function linesOf(source: HTMLSourceElement): number {
	for (const name of NAMES) {
		const value = source.getAttribute(name) ?? '';
		const [, lines] = LINES.exec(name === 'src' ? (value.split(/[?#]/)[0]?.split('/').pop() ?? '') : value) ?? [];
		if (lines !== undefined) return Number(lines);
	}
	return 0;
}

/** The files of one video that differ in quality alone: two or more, of one type, each with a quality of its own. */
export function choicesOf(video: HTMLVideoElement): readonly Choice[] {
	const sources = [...video.querySelectorAll('source')].filter(({ src }) => src.startsWith('http'));
	const playable = sources.find(({ type, media }) => !media && (!type || video.canPlayType(type) !== ''));
	const choices = sources
		.filter(({ type, media }) => type === playable?.type && !media)
		.map((source) => ({ source, lines: linesOf(source) }));
	const isSure = choices.every(({ lines }) => lines > 0) && new Set(choices.map(({ lines }) => lines)).size > 1;
	return isSure ? choices : [];
}

/** Videos that the page offers as several files: gives them the lighter one, at the place where they are. */
export class SourceChoice {
	/** The address that each video was given. */
	readonly #changed = new Map<HTMLVideoElement, string>();

	get count(): number {
		return this.#changed.size;
	}

	/** Lets a video take up to so many lines of what its sources offer. */
	cap(video: HTMLVideoElement, shownLines: number, limit: number): void {
		// A file that the page has set itself, or that the learner has chosen, stands.
		const src = video.getAttribute('src');
		if (src !== null && src !== this.#changed.get(video)) return;
		const choices = choicesOf(video);
		const most = cappedLines(
			choices.map(({ lines }) => lines),
			shownLines,
			limit,
		);
		const wanted = choices.find(({ lines }) => lines === most)?.source.src;
		if (wanted === undefined || wanted === src || wanted === video.currentSrc) return;
		this.#changed.set(video, wanted);
		stay(video, () => video.setAttribute('src', wanted));
	}

	/** Gives every video back to its own sources. */
	restore(): void {
		for (const [video, src] of this.#changed) {
			if (video.getAttribute('src') !== src) continue;
			stay(video, () => {
				video.removeAttribute('src');
				video.load();
			});
		}
		this.#changed.clear();
	}
}

/** Changes the file of a video and keeps its place, its speed, its captions, and whether it plays. */
function stay(video: HTMLVideoElement, change: () => void): void {
	const { currentTime, playbackRate, paused, ended } = video;
	const modes = [...video.textTracks].map((track) => [track, track.mode] as const);
	const comeBack = () => {
		// A video that has not begun still chooses its captions by itself.
		if (currentTime === 0) return;
		video.currentTime = currentTime;
		video.playbackRate = playbackRate;
		for (const [track, mode] of modes) track.mode = mode;
	};
	video.addEventListener('loadedmetadata', comeBack, { once: true });
	change();
	if (!paused && !ended) {
		video.play().catch(() => {
			// The browser wants a gesture for another file: the video waits at its place.
		});
	} else if (currentTime > 0 && video.preload === 'none') video.load();
}
