// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MediaWatch } from '@/utils/page/media/media';
import { MEDIA_DOCK, type MediaDock, MediaSensor } from '@/utils/page/media/media-sensor';
import { MEET_EVENT } from '@/utils/page/world/events';
import { hookMedia } from '@/utils/page/world/media';
import { FakeVideo } from './fake-video';

const natives = Object.getOwnPropertyDescriptors(HTMLMediaElement.prototype);
const { attachShadow } = Element.prototype;

let sensor: MediaSensor;
const asked = vi.fn();
const changed = vi.fn();

/** What the injected media script does. */
function dock(): void {
	(globalThis as unknown as { [MEDIA_DOCK]: MediaDock })[MEDIA_DOCK](
		(found, onChange) => new MediaWatch(found, onChange),
	);
}

/** A video that is in no document. */
function loneVideo(): FakeVideo {
	const video = new FakeVideo();
	video.element.remove();
	return video;
}

beforeEach(() => {
	vi.useFakeTimers();
	asked.mockReset();
	changed.mockReset();
	// As the browsers do it for extensions, closed roots included.
	const roots = new WeakMap<Element, ShadowRoot>();
	Object.assign(fakeBrowser, { dom: { openOrClosedShadowRoot: (host: Element) => roots.get(host) ?? null } });
	Element.prototype.attachShadow = function (this: Element, init) {
		const root = attachShadow.call(this, init);
		roots.set(this, root);
		return root;
	};
	Object.defineProperty(HTMLMediaElement.prototype, 'play', { value: () => {}, configurable: true, writable: true });
	hookMedia();
});
afterEach(() => {
	sensor.stop();
	document.body.replaceChildren();
	Object.defineProperties(HTMLMediaElement.prototype, natives);
	Element.prototype.attachShadow = attachShadow;
	vi.useRealTimers();
});

function newSensor(): MediaSensor {
	const made = new MediaSensor(changed);
	made.start(asked);
	return made;
}

describe('a frame', () => {
	it('without media asks for nothing', () => {
		sensor = newSensor();
		document.body.append(document.createElement('div'));
		document.body.firstElementChild?.dispatchEvent(new Event('load'));
		expect(asked).not.toHaveBeenCalled();
	});

	it('that holds a video already asks at once', () => {
		new FakeVideo();
		sensor = newSensor();
		expect(asked).toHaveBeenCalledOnce();
	});

	it('in which a video loads asks once, and again when nothing came', () => {
		sensor = newSensor();
		const video = new FakeVideo();
		video.send('loadstart');
		video.play();
		expect(asked).toHaveBeenCalledOnce();
		vi.advanceTimersByTime(2_100);
		video.play();
		expect(asked).toHaveBeenCalledTimes(2);
		dock();
		vi.advanceTimersByTime(10_000);
		video.play();
		expect(asked).toHaveBeenCalledTimes(2);
	});

	it('whose visit is not known yet asks once it is, and has missed nothing', () => {
		sensor = new MediaSensor(changed);
		const video = loneVideo();
		video.element.load();
		expect(asked).not.toHaveBeenCalled();
		sensor.start(asked);
		expect(asked).toHaveBeenCalledOnce();
		dock();
		video.play();
		video.run(1_000);
		expect(sensor.media?.totals().videoMs).toBe(1_000);
	});

	it('takes the media script once, and none when it is no longer observed', () => {
		sensor = newSensor();
		dock();
		const { media } = sensor;
		dock();
		expect(sensor.media).toBe(media);
		sensor.stop();
		sensor = newSensor();
		sensor.stop();
		dock();
		expect(sensor.media).toBeNull();
	});
});

describe('media whose events the document does not hear', () => {
	it.each([
		['play', (video: FakeVideo) => void video.element.play()],
		['load', (video: FakeVideo) => video.element.load()],
		['get a source', (video: FakeVideo) => Object.assign(video.element, { src: 'https://a.example/' })],
	] as [string, (video: FakeVideo) => unknown][])(
		'are met when they %s outside any document, before or after the script came',
		(_title, act) => {
			sensor = newSensor();
			const [early, late] = [loneVideo(), loneVideo()];
			act(early);
			expect(asked).toHaveBeenCalledOnce();
			dock();
			act(late);
			for (const video of [early, late]) video.paused = false;
			for (const video of [early, late]) video.send('playing');
			for (let second = 0; second < 2; second++) {
				late.currentTime += 1;
				early.run(1_000);
			}
			expect(sensor.media?.totals().videoMs).toBe(4_000);
		},
	);

	it.each(['open', 'closed'] as const)('are met in a shadow root that is %s, even in another one', (mode) => {
		sensor = newSensor();
		const outer = document.body.appendChild(document.createElement('div'));
		const outerRoot = outer.attachShadow({ mode });
		const inner = outerRoot.appendChild(document.createElement('section'));
		const innerRoot = inner.attachShadow({ mode });
		expect(asked).not.toHaveBeenCalled();
		const video = new FakeVideo();
		innerRoot.append(video.element);
		video.send('loadstart');
		expect(asked).toHaveBeenCalledOnce();
		dock();
		video.play();
		video.run(3_000);
		expect(sensor.media?.totals().videoMs).toBe(3_000);
	});

	it('are not asked for by a page that shows other things', () => {
		sensor = newSensor();
		for (const relatedTarget of [document, document.createElement('p'), null]) {
			document.dispatchEvent(new FocusEvent(MEET_EVENT, { relatedTarget }));
		}
		document.dispatchEvent(new CustomEvent(MEET_EVENT, { detail: 5 }));
		expect(asked).not.toHaveBeenCalled();
	});
});

describe('the hooks in the page’s own world', () => {
	it('leave names, lengths and errors as they are', () => {
		expect([Element.prototype.attachShadow.length, HTMLMediaElement.prototype.load.name]).toEqual([1, 'load']);
		expect(() => HTMLMediaElement.prototype.load.call(null as never)).toThrow();
	});
});
