// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Hidden } from '@/utils/page/sober/effects/hidden';
import type { Player } from '@/utils/page/sober/player';

/** Chrome, after a video without a sound track has played. */
const CHROME_SOUNDLESS = {
	webkitVideoDecodedByteCount: 90_000,
	webkitAudioDecodedByteCount: 0,
	played: { length: 1 },
};

let caps: (number | null)[];
let hidden: Hidden;

const PLAYER: Player = {
	video: () => document.querySelector('video'),
	renditions: () => [0, 480, 720].map((heightPx) => ({ heightPx, bitsPerSecond: 1 })),
	cap: (heightPx) => void caps.push(heightPx),
	currentBitsPerSecond: () => null,
	bandwidthBitsPerSecond: () => null,
	limitAhead: () => () => {},
};

function show(state: 'visible' | 'hidden'): void {
	Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
	document.dispatchEvent(new Event('visibilitychange'));
}

/** A video that plays, and what the browser shows of its sound. */
function playing(sound: object): HTMLVideoElement {
	const video = document.body.appendChild(document.createElement('video'));
	let paused = false;
	Object.defineProperties(video, { paused: { get: () => paused }, ended: { value: false }, duration: { value: 60 } });
	for (const [name, value] of Object.entries(sound)) Object.defineProperty(video, name, { value });
	vi.spyOn(video, 'pause').mockImplementation(() => {
		paused = true;
	});
	vi.spyOn(video, 'play').mockImplementation(async () => {
		paused = false;
	});
	return video;
}

beforeEach(() => {
	caps = [];
	hidden = new Hidden(
		(video) => (video === PLAYER.video() ? PLAYER : undefined),
		(player) => player.cap(null),
		(player) => player.cap(0),
	);
	hidden.start();
});

afterEach(() => {
	hidden.stop();
	show('visible');
	document.body.innerHTML = '';
});

it.each([
	['Firefox shows a track', { mozHasAudio: true }],
	['Chrome has decoded some', { webkitAudioDecodedByteCount: 4_000 }],
	['the browser shows nothing', {}],
	['Firefox knows no track yet', { mozHasAudio: false, played: { length: 0 } }],
	['Chrome has decoded nothing yet', { ...CHROME_SOUNDLESS, webkitVideoDecodedByteCount: 0 }],
	['Chrome has decoded a picture and waits for the sound', { ...CHROME_SOUNDLESS, played: { length: 0 } }],
])('the sound of a video goes on in a hidden tab where %s', (_, sound) => {
	const video = playing(sound);
	show('hidden');
	expect([video.paused, caps]).toEqual([false, [0]]);
	show('visible');
	expect(caps).toEqual([0, null]);
});

it.each([
	['Firefox shows no track', { mozHasAudio: false, played: { length: 1 } }],
	['Chrome has decoded pictures alone', CHROME_SOUNDLESS],
	['it is muted', { muted: true }],
])('a video without sound is paused instead where %s, until the tab is shown', (_, sound) => {
	const video = playing(sound);
	show('hidden');
	expect([video.paused, caps]).toEqual([true, []]);
	show('visible');
	expect(video.paused).toBe(false);
});
