import { cappedHeightPx } from './cap';
import { resume } from './course-video';
import { Tries } from './tries';

/** Attributes of a `<source>` in which pages and players name its resolution: Plyr, video.js, MediaElement, plain addresses. */
const ATTRIBUTES = ['size', 'res', 'label', 'title', 'data-res', 'data-quality', 'src'] as const;
const RESOLUTION = /(?:^|[^\d])(144|240|360|480|540|576|720|1080|1440|2160)(?:p|[^\dx]|$)/i;

interface Choice {
	readonly source: HTMLSourceElement;
	readonly heightPx: number;
}

/** The resolution that a source names; 0 for none. Of an address only the file name counts. */
function resolutionOf(source: HTMLSourceElement): number {
	for (const name of ATTRIBUTES) {
		const value = source.getAttribute(name) ?? '';
		const text = name === 'src' ? (value.split(/[?#]/)[0]?.split('/').pop() ?? '') : value;
		const [, heightPx] = RESOLUTION.exec(text) ?? [];
		if (heightPx !== undefined) return Number(heightPx);
	}
	return 0;
}

/** The sources of a video that differ only in resolution: two or more of one type, each with a known resolution. */
export function choicesOf(video: HTMLVideoElement): readonly Choice[] {
	const sources = [...video.querySelectorAll('source')].filter(({ src }) => src.startsWith('http'));
	const playable = sources.find(({ type, media }) => !media && (!type || video.canPlayType(type) !== ''));
	const choices = sources
		.filter(({ type, media }) => type === playable?.type && !media)
		.map((source) => ({ source, heightPx: resolutionOf(source) }));
	const resolutions = choices.map(({ heightPx }) => heightPx);
	return !resolutions.includes(0) && new Set(resolutions).size > 1 ? choices : [];
}

/** Gives videos with several sources the smallest that is enough, without losing their position. */
export class SourceChoice {
	/** The address that each video was given. */
	readonly #changed = new Map<HTMLVideoElement, string>();
	readonly #tries = new Tries();

	get count(): number {
		return this.#changed.size;
	}

	/** Limits a video to the resolution that `cappedHeightPx` allows among its sources. */
	cap(video: HTMLVideoElement, shownPx: number, limitPx: number): void {
		// A `src` that the page has set, or that the learner has chosen, stands.
		const src = video.getAttribute('src');
		if (src !== null && src !== this.#changed.get(video)) return;
		const choices = choicesOf(video);
		const resolutions = choices.map(({ heightPx }) => heightPx);
		const maxPx = cappedHeightPx(resolutions, shownPx, limitPx);
		const wanted = choices.find(({ heightPx }) => heightPx === maxPx)?.source.src;
		if (wanted === undefined || wanted === src || wanted === video.currentSrc) return;
		// A page that removes the address again keeps its own choice in the end.
		if (src === null && this.#changed.has(video) && !this.#tries.begin(video, wanted)) return;
		this.#changed.set(video, wanted);
		changeSource(video, () => video.setAttribute('src', wanted));
	}

	/** Lets every video choose among its sources again. */
	restore(): void {
		for (const [video, src] of this.#changed) {
			if (video.getAttribute('src') !== src) continue;
			changeSource(video, () => {
				video.removeAttribute('src');
				video.load();
			});
		}
		this.#changed.clear();
	}
}

/** Changes the source of a video and restores its position, rate, captions and playback. */
function changeSource(video: HTMLVideoElement, change: () => void): void {
	const { currentTime, playbackRate, paused, ended } = video;
	const modes = [...video.textTracks].map((track) => [track, track.mode] as const);
	const restore = () => {
		// A video that has not started chooses its captions itself.
		if (currentTime === 0) return;
		video.currentTime = currentTime;
		video.playbackRate = playbackRate;
		for (const [track, mode] of modes) track.mode = mode;
	};
	video.addEventListener('loadedmetadata', restore, { once: true });
	change();
	if (!paused && !ended) resume(video);
	else if (currentTime > 0 && video.preload === 'none') video.load();
}
