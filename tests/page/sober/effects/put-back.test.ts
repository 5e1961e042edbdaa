// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Autoplay } from '@/utils/page/sober/effects/autoplay';
import { Preload } from '@/utils/page/sober/effects/preload';

/** Ends the test rather than the memory of the machine where it goes on for ever. */
const MAX_ROUNDS = 100;

const settle = () => new Promise((resolve) => setTimeout(resolve));

afterEach(() => {
	document.body.innerHTML = '';
	vi.unstubAllGlobals();
});

describe.each([
	['autoplay', new Autoplay(), (video: HTMLVideoElement) => video.hasAttribute('autoplay')],
	['loading ahead', new Preload(), (video: HTMLVideoElement) => video.getAttribute('preload') === 'auto'],
])('a page that wants %s', (_title, effect, isAsWanted) => {
	it('has its way in the end if it puts a new element in place of each changed one', async () => {
		Object.defineProperty(navigator, 'userActivation', { configurable: true, value: { hasBeenActive: false } });
		effect.start();
		let rounds = 0;
		const add = () => {
			document.body.innerHTML = '<video autoplay preload="auto" src="/a.mp4"></video>';
			const video = document.body.firstElementChild as HTMLVideoElement;
			effect.addVideo(video);
			return video;
		};
		let video = add();
		while (!isAsWanted(video) && ++rounds < MAX_ROUNDS) {
			video = add();
			await settle();
		}
		effect.stop();
		expect(rounds).toBeGreaterThan(1);
		expect(rounds).toBeLessThan(15);
	});
});
