// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressKey } from '@/utils/core/measure/address-key';
import { FakeFilm } from './fake-film';
import { MediaRig } from './media-rig';

/** `HTMLMediaElement.networkState`. */
const NETWORK_IDLE = 1;
const NETWORK_LOADING = 2;

let rig: MediaRig;

beforeEach(() => {
	rig = new MediaRig();
});
afterEach(() => rig.close());

describe('the buffered share of a film', () => {
	let film: FakeFilm;
	beforeEach(() => {
		film = new FakeFilm();
		film.currentSrc = 'https://media.example/film.mp4';
		film.duration = 100;
	});

	it('is of all that was ever buffered, told once each time it grows', () => {
		film.parts = [[0, 20]];
		film.send('progress');
		film.parts = [[60, 90]];
		film.send('progress');
		const key = addressKey(film.currentSrc);
		const told = { key, share: (20 + 30) / 100, isPlayed: false, restedAtMs: 0, sharePerMs: 0, hasJumped: false };
		expect(rig.watch.takeFilms()).toEqual([{ ...told, grownAtMs: expect.any(Number), lookedAtMs: expect.any(Number) }]);
		expect(rig.watch.takeFilms()).toEqual([]);
		film.parts = [[10, 20]];
		film.send('progress');
		expect(rig.watch.takeFilms()).toEqual([]);
	});

	it('is told again when its report did not arrive', () => {
		film.parts = [[0, 20]];
		film.send('progress');
		const taken = rig.watch.takeFilms();
		rig.watch.putBack(taken);
		expect(rig.watch.takeFilms()).toEqual(taken);
	});

	it.each([
		['comes from a player’s own buffer', { currentSrc: 'blob:https://a.example/1' }],
		['has no length yet', { duration: Number.NaN }],
		['is live', { duration: Number.POSITIVE_INFINITY }],
	])('is not told of a film that %s', (_title, changes) => {
		Object.assign(film, changes);
		film.parts = [[0, 20]];
		film.send('progress');
		expect(rig.watch.takeFilms()).toEqual([]);
	});

	it('tells that another part was loaded after a rest, in which something waited for the player', () => {
		const load = (parts: FakeFilm['parts'], networkState: number) => {
			Object.assign(film, { parts, networkState });
			film.send('progress');
		};
		load([[0, 20]], NETWORK_IDLE);
		load([[0, 30]], NETWORK_LOADING);
		expect(rig.watch.takeFilms()).toMatchObject([{ hasJumped: false }]);
		load([[0, 30]], NETWORK_IDLE);
		load([[0, 30]], NETWORK_LOADING);
		load(
			[
				[0, 30],
				[60, 70],
			],
			NETWORK_LOADING,
		);
		expect(rig.watch.takeFilms()).toMatchObject([{ hasJumped: true }]);
	});

	it('is never more than whole', () => {
		film.parts = [[0, 100.4]];
		film.send('progress');
		expect(rig.watch.takeFilms()).toMatchObject([{ share: 1 }]);
	});
});
