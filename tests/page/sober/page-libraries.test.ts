// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { Player } from '@/utils/page/sober/player';
import { type Dash, watchDash } from '@/utils/page/sober/players/dash';
import { watchHls } from '@/utils/page/sober/players/hls';
import { watchShaka } from '@/utils/page/sober/players/shaka';

const world = globalThis as unknown as Record<'Hls' | 'shaka' | 'dashjs', unknown>;
const found: Player[] = [];
let stop = () => {};

const onPlayer = (player: Player) => void found.push(player);

/** Dispatches what a browser does when a script of the page has run; a module that an import map names is one. */
function scriptRan(): void {
	document.head.appendChild(document.createElement('script')).dispatchEvent(new Event('load'));
}

/** What is used of hls.js. */
class Hls {
	readonly levels = [{ width: 1280, height: 720, bitrate: 2_000_000 }];
	trigger(event: string): string {
		return event;
	}
}

/** What is used of Shaka. */
class ShakaPlayer {
	load(): string {
		return 'loaded';
	}
	attach(): void {}
	addEventListener(): void {}
}

afterEach(() => {
	stop();
	stop = () => {};
	for (const name of ['Hls', 'shaka', 'dashjs'] as const) delete world[name];
	found.length = 0;
});

describe('a library that the page has under its own wrapper', () => {
	it('of hls.js is found in a class of the page that extends it', () => {
		stop = watchHls(onPlayer);
		world.Hls = class CourseHls extends Hls {};
		scriptRan();
		const hls = new (world.Hls as typeof Hls)();
		expect(hls.trigger('hlsManifestParsed')).toBe('hlsManifestParsed');
		expect(found[0]?.renditions()).toEqual([{ heightPx: 720, bitsPerSecond: 2_000_000 }]);
	});

	it('of hls.js is waited for while a function of the page stands in for it', () => {
		stop = watchHls(onPlayer);
		world.Hls = function load() {};
		scriptRan();
		world.Hls = Hls;
		scriptRan();
		new Hls().trigger('hlsManifestParsed');
		expect(found).toHaveLength(1);
	});

	it('of Shaka is waited for while its name holds an empty object', () => {
		stop = watchShaka(onPlayer);
		const shaka: { Player?: typeof ShakaPlayer } = {};
		world.shaka = shaka;
		scriptRan();
		shaka.Player = ShakaPlayer;
		scriptRan();
		expect(new ShakaPlayer().load()).toBe('loaded');
		expect(found).toHaveLength(1);
	});

	it('of dash.js is found in a module that the page puts under its name', async () => {
		stop = watchDash(onPlayer);
		const dash = { on: () => {} } as unknown as Dash;
		const source = 'export const MediaPlayer = () => ({ create: () => globalThis.standIn }); export const Debug = 1;';
		const module: { MediaPlayer: () => { create: () => Dash } } = await import(
			/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(source)}`
		);
		Object.assign(globalThis, { standIn: dash });
		world.dashjs = module;
		scriptRan();
		const page = world.dashjs as typeof module & { Debug: number };
		expect(page.MediaPlayer().create()).toBe(dash);
		expect(page.Debug).toBe(1);
		expect(found).toHaveLength(1);
	});
});
