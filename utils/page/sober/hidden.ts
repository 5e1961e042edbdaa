import type { Player } from './player';
import { isVideo } from './shown';

/** Only Firefox says whether a video has sound; elsewhere it is taken to have. */
interface SoundElement extends HTMLVideoElement {
	readonly mozHasAudio?: boolean;
}

function isHeard(video: SoundElement): boolean {
	return !video.muted && video.volume > 0 && video.mozHasAudio !== false;
}

/**
 * Pauses the video of a hidden tab until the tab is seen again. One that is listened to goes on where its player offers
 * qualities, with the smallest: sound alone where there is such a one.
 */
export class Hidden {
	readonly #paused = new Set<HTMLVideoElement>();
	readonly #listened = new Set<Player>();
	readonly #playerOf: (video: HTMLVideoElement) => Player | undefined;
	/** Gives a player back the cap that it had. */
	readonly #giveBack: (player: Player) => void;

	constructor(playerOf: (video: HTMLVideoElement) => Player | undefined, giveBack: (player: Player) => void) {
		this.#playerOf = playerOf;
		this.#giveBack = giveBack;
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
			if (!isVideo(video) || video.paused || video.ended || document.pictureInPictureElement === video) continue;
			const player = isHeard(video) ? this.#playerOf(video) : undefined;
			if (player && player.renditions().length > 1) {
				this.#listened.add(player);
				player.cap(Math.min(...player.renditions().map(({ lines }) => lines)));
			} else {
				this.#paused.add(video);
				video.pause();
			}
		}
	}

	#show(): void {
		for (const player of this.#listened) this.#giveBack(player);
		this.#listened.clear();
		for (const video of this.#paused) {
			if (!video.paused || !video.isConnected) continue;
			video.play().catch(() => {
				// The browser wants a gesture again: the video waits at its place.
			});
		}
		this.#paused.clear();
	}
}
