// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addressKey } from '@/utils/measure/address-key';
import { FakeFilm } from './fake-film';
import { MediaRig } from './media-rig';

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
		expect(rig.watch.takeFilms()).toEqual([{ key, share: (20 + 30) / 100, isPlayed: false, pipedShare: 0 }]);
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

	it('is never more than whole', () => {
		film.parts = [[0, 100.4]];
		film.send('progress');
		expect(rig.watch.takeFilms()).toMatchObject([{ share: 1 }]);
	});
});
