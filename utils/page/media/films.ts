import { addressKey } from '@/utils/core/measure/address-key';
import type { BufferedFilm } from '@/utils/core/measure/frame-report';
import type { MediaTotals } from '@/utils/core/visit/media';
import { Film } from './film';
import { isFed } from './player';

/** The first codec of a MIME type, without its profile: `video/mp4; codecs="avc1.64001e"`. */
const CODEC = /codecs="?\s*([a-z\d]{1,8})/i;

function sumMs(films: readonly Film[], secondsOf: (film: Film) => number): number {
	return films.reduce((sum, film) => sum + secondsOf(film) * 1_000, 0);
}

/** All films and sounds that the frame's elements have loaded, those of elements that have gone included. */
export class Films {
	/** By the key of their address; those without one by a count after a colon. */
	readonly #films = new Map<string, Film>();
	#loadCount = 0;
	#lastFed: Film | null = null;

	/** What an element has just loaded; the same address is the same film, though another element plays it. */
	of(element: HTMLMediaElement): Film {
		const { currentSrc } = element;
		const key = currentSrc.startsWith('http') ? addressKey(currentSrc) : `:${this.#loadCount++}`;
		const film = this.#films.get(key) ?? new Film();
		this.#films.set(key, film);
		if (isFed(element)) this.#lastFed = film;
		return film;
	}

	/** Takes in the MIME type of what a film is fed with: the one that was loaded last. */
	hear(type: string): void {
		const codec = CODEC.exec(type)?.[1];
		if (this.#lastFed && codec) this.#lastFed.codec = codec;
	}

	/** Films with an address of which there is something new to tell since the last take. */
	take(): BufferedFilm[] {
		const changed = [...this.#films].filter(([key, film]) => film.isChanged && !key.startsWith(':'));
		return changed.map(([key, film]) => {
			film.isChanged = false;
			return {
				key,
				share: film.share,
				grownAtMs: film.grownAtMs,
				isPlayed: film.isPlayed,
				restedAtMs: film.restedAtMs,
				lookedAtMs: film.lookedAtMs,
				sharePerMs: film.sharePerMs,
				hasJumped: film.hasJumped,
			};
		});
	}

	/** Takes that did not arrive are told again. */
	putBack(taken: readonly BufferedFilm[]): void {
		for (const { key } of taken) {
			const film = this.#films.get(key);
			if (film) film.isChanged = true;
		}
	}

	/** The part of the totals that is told by film rather than by stretch. */
	totals(): Partial<MediaTotals> {
		const loaded = [...this.#films.values()].filter((film) => !film.isAd && (film.loadedS > 0 || film.isPlayed));
		const played = loaded.filter((film) => film.isPlayed);
		const known = played.filter(({ durationS }) => durationS !== null);
		return {
			distinctMs: sumMs(known, (film) => film.played.total()),
			durationMs: sumMs(known, (film) => film.durationS ?? 0),
			loadedCount: loaded.length,
			playedCount: played.length,
			bufferedMs: sumMs(loaded, (film) => film.loadedS),
			playedBufferedMs: sumMs(played, (film) => film.loadedS),
		};
	}

	/** Starts from nothing for another visit of the same document. */
	reset(): void {
		for (const film of this.#films.values()) film.reset();
	}
}
