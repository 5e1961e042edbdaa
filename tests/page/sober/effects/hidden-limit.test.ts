// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Hidden } from '@/utils/page/sober/effects/hidden';
import { Quality } from '@/utils/page/sober/quality';

const LEVELS = [144, 480, 720, 1080].map((height) => ({ height, width: height * 2, bitrate: height }));

/** The part of hls.js that is used: it chooses among levels, at most the one of its cap. */
class Hls {
	levels = LEVELS;
	media: HTMLMediaElement;
	autoLevelCapping = -1;

	constructor(media: HTMLMediaElement) {
		this.media = media;
	}

	trigger(_event: string): void {}
}

let quality: Quality;
let hidden: Hidden;
let player: Hls;

const cap = () => LEVELS[player.autoLevelCapping]?.height ?? null;

function show(state: 'visible' | 'hidden'): void {
	Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
	document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
	vi.stubGlobal('Hls', Hls);
	const video = document.body.appendChild(document.createElement('video'));
	Object.defineProperties(video, { paused: { value: false }, duration: { value: 60 } });
	quality = new Quality(() => {});
	hidden = new Hidden(
		(element) => quality.playerOf(element),
		(each) => quality.recap(each),
		(each) => quality.reduce(each),
	);
	quality.limit(480);
	quality.start();
	hidden.start();
	player = new Hls(video);
	player.trigger('hlsManifestParsed');
});

afterEach(() => {
	hidden.stop();
	quality.stop();
	show('visible');
	document.body.innerHTML = '';
	vi.unstubAllGlobals();
});

it.each([
	['a new limit', () => quality.limit(1080), 1080],
	['a window of another size', () => window.dispatchEvent(new Event('resize')), 480],
	['the next lecture', () => player.trigger('hlsManifestParsed'), 480],
	['no limit any more', () => quality.stop(), null],
])('a video of a hidden tab stays at its lowest quality after %s, until the tab is shown', (_, change, shownPx) => {
	expect(cap()).toBe(480);
	show('hidden');
	expect(cap()).toBe(144);
	change();
	expect(cap()).toBe(144);
	show('visible');
	expect(cap()).toBe(shownPx);
});
