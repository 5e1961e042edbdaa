// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { joinWorlds } from '@/tests/page/channel-rig';
import { MEDIA_FOUND_EVENT } from '@/utils/page/channel/events';
import type { TakenChannel } from '@/utils/page/channel/take';
import { ATTACH_MEDIA, type AttachMedia, MediaSensor } from '@/utils/page/media/media-sensor';
import { MediaWatch } from '@/utils/page/media/media-watch';
import { hookFiles, hookMedia } from '@/utils/page/world/media';
import type { OfferedChannel } from '@/utils/page/world/offer';
import { FakeVideo } from './fake-video';

const natives = Object.getOwnPropertyDescriptors(HTMLMediaElement.prototype);
const { attachShadow } = Element.prototype;

let sensor: MediaSensor;
let channel: TakenChannel;
let offeredChannel: OfferedChannel;
const onRequest = vi.fn();
const onChange = vi.fn();

/** Does what the injected media script does. */
function attach(): void {
	(globalThis as unknown as { [ATTACH_MEDIA]: AttachMedia })[ATTACH_MEDIA](
		(found, listener) => new MediaWatch(found, listener),
	);
}

/** A video outside any document. */
function detachedVideo(): FakeVideo {
	const video = new FakeVideo();
	video.element.remove();
	return video;
}

beforeEach(() => {
	vi.useFakeTimers();
	onRequest.mockReset();
	onChange.mockReset();
	// Browsers give extensions closed roots too.
	const roots = new WeakMap<Element, ShadowRoot>();
	Object.assign(fakeBrowser, { dom: { openOrClosedShadowRoot: (host: Element) => roots.get(host) ?? null } });
	Element.prototype.attachShadow = function (this: Element, init) {
		const root = attachShadow.call(this, init);
		roots.set(this, root);
		return root;
	};
	Object.defineProperty(HTMLMediaElement.prototype, 'play', { value: () => {}, configurable: true, writable: true });
	const { taken, offered } = joinWorlds();
	channel = taken;
	offeredChannel = offered;
	hookMedia(offered);
});
afterEach(() => {
	sensor.stop();
	document.body.replaceChildren();
	Object.defineProperties(HTMLMediaElement.prototype, natives);
	Element.prototype.attachShadow = attachShadow;
	vi.useRealTimers();
});

function newSensor(): MediaSensor {
	const created = new MediaSensor(channel, onChange);
	created.start(onRequest);
	return created;
}

describe('a frame', () => {
	it('without media does not request the media script', () => {
		sensor = newSensor();
		document.body.append(document.createElement('div'));
		document.body.firstElementChild?.dispatchEvent(new Event('load'));
		expect(onRequest).not.toHaveBeenCalled();
	});

	it('that holds a video requests it at once', () => {
		new FakeVideo();
		sensor = newSensor();
		expect(onRequest).toHaveBeenCalledOnce();
	});

	it('in which a video loads requests it once, and again if it was not injected', () => {
		sensor = newSensor();
		const video = new FakeVideo();
		video.send('loadstart');
		video.play();
		expect(onRequest).toHaveBeenCalledOnce();
		vi.advanceTimersByTime(2_100);
		video.play();
		expect(onRequest).toHaveBeenCalledTimes(2);
		attach();
		vi.advanceTimersByTime(10_000);
		video.play();
		expect(onRequest).toHaveBeenCalledTimes(2);
	});

	it('whose visit is unknown requests it when the visit is known, and misses nothing', () => {
		sensor = new MediaSensor(channel, onChange);
		const video = detachedVideo();
		video.element.load();
		expect(onRequest).not.toHaveBeenCalled();
		sensor.start(onRequest);
		expect(onRequest).toHaveBeenCalledOnce();
		attach();
		video.play();
		video.run(1_000);
		expect(sensor.media?.totals().videoMs).toBe(1_000);
	});

	it('attaches the media script once, and not after a stop', () => {
		sensor = newSensor();
		attach();
		const { media } = sensor;
		attach();
		expect(sensor.media).toBe(media);
		sensor.stop();
		sensor = newSensor();
		sensor.stop();
		attach();
		expect(sensor.media).toBeNull();
	});
});

describe('media whose events do not reach the document', () => {
	it.each([
		['play', (video: FakeVideo) => void video.element.play()],
		['load', (video: FakeVideo) => video.element.load()],
		['get a source', (video: FakeVideo) => Object.assign(video.element, { src: 'https://a.example/' })],
	] as [string, (video: FakeVideo) => unknown][])(
		'are detected when they %s outside any document, before or after the script is injected',
		(_title, act) => {
			sensor = newSensor();
			const [early, late] = [detachedVideo(), detachedVideo()];
			act(early);
			expect(onRequest).toHaveBeenCalledOnce();
			attach();
			act(late);
			for (const video of [early, late]) video.paused = false;
			for (const video of [early, late]) video.send('playing');
			for (let second = 0; second < 2; second++) {
				late.currentTime += 1;
				early.run(1_000);
			}
			expect(sensor.media?.totals()).toMatchObject({ videoMs: 2_000, playedCount: 2, distinctMs: 4_000 });
		},
	);

	it.each(['open', 'closed'] as const)('are detected in a shadow root that is %s, even a nested one', (mode) => {
		sensor = newSensor();
		const outer = document.body.appendChild(document.createElement('div'));
		const outerRoot = outer.attachShadow({ mode });
		const inner = outerRoot.appendChild(document.createElement('section'));
		const innerRoot = inner.attachShadow({ mode });
		expect(onRequest).not.toHaveBeenCalled();
		const video = new FakeVideo();
		innerRoot.append(video.element);
		video.send('loadstart');
		expect(onRequest).toHaveBeenCalledOnce();
		attach();
		video.play();
		video.run(3_000);
		expect(sensor.media?.totals().videoMs).toBe(3_000);
	});

	it('are not requested by a page that announces other nodes', () => {
		sensor = newSensor();
		for (const relatedTarget of [document, document.createElement('p'), null]) {
			channel.node?.dispatchEvent(new FocusEvent(MEDIA_FOUND_EVENT, { relatedTarget }));
		}
		channel.node?.dispatchEvent(new CustomEvent(MEDIA_FOUND_EVENT, { detail: 5 }));
		expect(onRequest).not.toHaveBeenCalled();
	});
});

describe('a file that the page has fetched whole', () => {
	afterEach(() => void vi.unstubAllGlobals());

	it('is known by its address, if it may be a video', () => {
		// As browsers have it: happy-dom has no getter.
		class FileBlob {
			readonly #type: string;
			constructor(_parts: unknown, { type }: { type: string }) {
				this.#type = type;
			}
			get type() {
				return this.#type;
			}
		}
		vi.stubGlobal('Blob', FileBlob);
		vi.stubGlobal('URL', { createObjectURL: (file: Blob) => `blob:${file.type}` });
		hookFiles(offeredChannel);
		sensor = newSensor();
		for (const type of ['video/mp4', '', 'image/png', 'text/html']) URL.createObjectURL(new Blob([], { type }));
		expect([...sensor.fileAddresses]).toEqual(['blob:video/mp4', 'blob:']);
	});
});

describe('the hooks in the page’s own world', () => {
	it('keep names, lengths and errors', () => {
		expect([Element.prototype.attachShadow.length, HTMLMediaElement.prototype.load.name]).toEqual([1, 'load']);
		expect(() => HTMLMediaElement.prototype.load.call(null as never)).toThrow();
	});
});
