import { afterEach, describe, expect, it } from 'vitest';
import { whenSet } from '@/utils/page/sober/global';

interface Library {
	readonly play?: () => string;
}

const world = globalThis as { players?: Library };
const seen: Library[] = [];
let stop = () => {};

/** Takes a library that can play, and puts one in its place that says so. */
function wait(): void {
	stop = whenSet('players', (library: Library) => {
		if (!library.play) throw new TypeError('Not whole.');
		seen.push(library);
		return { play: () => `seen ${library.play?.()}` };
	});
}

afterEach(() => {
	stop();
	delete world.players;
	seen.length = 0;
});

const whole: Library = { play: () => 'played' };

describe('a library with a global name', () => {
	it('is seen when it is there already', () => {
		world.players = whole;
		wait();
		expect(world.players.play?.()).toBe('seen played');
	});

	it('is seen when it comes, and then has a name like any other', () => {
		wait();
		expect(world.players).toBeUndefined();
		world.players = whole;
		expect(world.players.play?.()).toBe('seen played');
		expect(Object.getOwnPropertyDescriptor(world, 'players')).toMatchObject({ writable: true, enumerable: true });
	});

	it('is seen once it is whole, where it began as an empty object', () => {
		wait();
		const empty = {};
		world.players = empty;
		expect(world.players).toBe(empty);
		world.players = whole;
		expect(seen).toEqual([whole]);
		expect(world.players.play?.()).toBe('seen played');
	});

	it('is left as the page had it when nobody waits any more', () => {
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
