// @vitest-environment happy-dom
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

/** Dispatches what a browser does when a script of the page has run. */
function scriptRan(): void {
	document.head.appendChild(document.createElement('script')).dispatchEvent(new Event('load'));
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

	it('is replaced when the script that sets it has run, and stays an ordinary property', () => {
		wait();
		world.players = complete;
		scriptRan();
		expect(world.players.play?.()).toBe('wrapped played');
		expect(Object.getOwnPropertyDescriptor(world, 'players')).toMatchObject({ writable: true, enumerable: true });
		scriptRan();
		expect(accepted).toEqual([complete]);
	});

	it('is replaced before the listeners of the page that wait for its script', () => {
		wait();
		const script = document.head.appendChild(document.createElement('script'));
		const heard: string[] = [];
		script.addEventListener('load', () => heard.push(world.players?.play?.() ?? ''));
		world.players = complete;
		script.dispatchEvent(new Event('load'));
		expect(heard).toEqual(['wrapped played']);
	});

	it('is replaced when a video loads, if its script has no file', () => {
		wait();
		world.players = complete;
		document.body.appendChild(document.createElement('video')).dispatchEvent(new Event('loadstart'));
		expect(world.players.play?.()).toBe('wrapped played');
	});

	it('is replaced once it is complete, if it starts as an empty object', () => {
		wait();
		const empty = {};
		world.players = empty;
		scriptRan();
		expect(world.players).toBe(empty);
		world.players = complete;
		scriptRan();
		expect(accepted).toEqual([complete]);
		expect(world.players.play?.()).toBe('wrapped played');
	});

	it('is absent until the page sets it', () => {
		wait();
		expect('players' in world).toBe(false);
		scriptRan();
		expect('players' in world).toBe(false);
	});

	it.each([
		['cannot be replaced', { value: complete, configurable: true }],
		['is read by code of the page', { get: () => complete, configurable: true }],
	])('is left alone where it %s', (_title, property) => {
		Object.defineProperty(world, 'players', property);
		wait();
		scriptRan();
		expect(accepted).toEqual([]);
		expect(world.players).toBe(complete);
	});

	it('is left as the page set it when waiting stops', () => {
		wait();
		stop();
		world.players = complete;
		scriptRan();
		expect(world.players).toBe(complete);
	});
});
