import { afterEach, describe, expect, it } from 'vitest';
import { whenSet } from '@/utils/page/sober/when-set';

interface Library {
	readonly play?: () => string;
}

const world = globalThis as { players?: Library };
const accepted: Library[] = [];
let stop = () => {};

/** Accepts a library that can play, and replaces it by a wrapper. */
function wait(): void {
	stop = whenSet('players', (library: Library) => {
		if (!library.play) throw new TypeError('Incomplete.');
		accepted.push(library);
		return { play: () => `wrapped ${library.play?.()}` };
	});
}

afterEach(() => {
	stop();
	delete world.players;
	accepted.length = 0;
});

const complete: Library = { play: () => 'played' };

describe('a library with a global name', () => {
	it('is replaced at once if it is set', () => {
		world.players = complete;
		wait();
		expect(world.players.play?.()).toBe('wrapped played');
	});

	it('is replaced when it is set, and then is an ordinary property', () => {
		wait();
		expect(world.players).toBeUndefined();
		world.players = complete;
		expect(world.players.play?.()).toBe('wrapped played');
		expect(Object.getOwnPropertyDescriptor(world, 'players')).toMatchObject({ writable: true, enumerable: true });
	});

	it('is replaced once it is complete, if it starts as an empty object', () => {
		wait();
		const empty = {};
		world.players = empty;
		expect(world.players).toBe(empty);
		world.players = complete;
		expect(accepted).toEqual([complete]);
		expect(world.players.play?.()).toBe('wrapped played');
	});

	it('is left as the page set it when waiting stops', () => {
		wait();
		stop();
		expect(Object.hasOwn(world, 'players')).toBe(false);
		wait();
		const empty = {};
		world.players = empty;
		stop();
		expect(Object.getOwnPropertyDescriptor(world, 'players')?.value).toBe(empty);
	});
});
