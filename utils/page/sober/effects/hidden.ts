import { isSoundless } from '@/utils/page/media/sound-track';
import { isCourseVideo, resume } from '@/utils/page/sober/course-video';
import type { Player } from '@/utils/page/sober/player';

function isAudible(video: HTMLVideoElement): boolean {
	return !video.muted && video.volume > 0 && !isSoundless(video);
}

/**
 * Pauses the videos of a hidden tab until the tab is visible again. An audible video goes on if its player offers several
 * qualities, and takes the smallest, which may be sound alone.
 */
export class Hidden {
	readonly #paused = new Set<HTMLVideoElement>();
	readonly #reduced = new Set<Player>();
	readonly #playerOf: (video: HTMLVideoElement) => Player | undefined;
	readonly #recap: (player: Player) => void;
	readonly #reduce: (player: Player) => void;

	/** `reduce` keeps a player to its lowest quality, until `recap` restores the cap that it had. */
	constructor(
		playerOf: (video: HTMLVideoElement) => Player | undefined,
		recap: (player: Player) => void,
		reduce: (player: Player) => void,
	) {
		this.#playerOf = playerOf;
		this.#recap = recap;
		this.#reduce = reduce;
	}

	start(): void {
		document.addEventListener('visibilitychange', this.#onChange);
		this.#onChange();
	}

	stop(): void {
		document.removeEventListener('visibilitychange', this.#onChange);
		this.#show();
	}

	readonly #onChange = () => {
		if (document.visibilityState === 'hidden') this.#hide();
		else this.#show();
	};

	#hide(): void {
		for (const video of document.querySelectorAll('video')) {
			if (!isCourseVideo(video) || video.paused || video.ended || document.pictureInPictureElement === video) continue;
			const player = isAudible(video) ? this.#playerOf(video) : undefined;
			if (player && player.renditions().length > 1) {
				this.#reduced.add(player);
				this.#reduce(player);
			} else {
				this.#paused.add(video);
				video.pause();
			}
		}
	}

	#show(): void {
		for (const player of this.#reduced) this.#recap(player);
		this.#reduced.clear();
		for (const video of this.#paused) if (video.paused && video.isConnected) resume(video);
		this.#paused.clear();
	}
}
