// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EmbeddedQuality } from '@/utils/page/sober/embedded/embedded-quality';
import { FakeVimeo, settle, VIMEO } from './fake-vimeo';

const effect = new EmbeddedQuality();
afterEach(() => {
	effect.stop();
	document.body.innerHTML = '';
});

describe('an embedded player keeps its quality', () => {
	it.each([
		['it shows no more than the limit', { autoLines: 720 }],
		['it offers no lower one', { offered: ['1080p'] }],
		['it offers none', { offered: [] }],
		['it has no choice of its own to go back to, as on phones', { hasAuto: false }],
		['the page or the learner has chosen one', { chosen: '1080p' }],
		['it is paused', { isPaused: true }],
	])('where %s', async (_, options) => {
		const player = new FakeVimeo(options);
		const { chosen } = player;
		effect.start(720);
		await settle();
		effect.stop();
		await settle();
		expect([player.told, player.chosen]).toEqual([[], chosen]);
		expect(player.asked[0]).toEqual({ method: 'ping' });
	});

	it('where its account does not allow another: it is asked once', async () => {
		const player = new FakeVimeo({ mayBeSet: false });
		effect.start(720);
		await settle();
		player.emit('resize', { videoWidth: 1920, videoHeight: 1080 });
		await settle();
		effect.stop();
		await settle();
		expect([player.told, player.chosen]).toEqual([['720p'], 'auto']);
	});

	it('where it never answers: one question, nothing after', async () => {
		const player = new FakeVimeo({ isSilent: true });
		effect.start(720);
		await settle();
		effect.start(480);
		effect.stop();
		await settle();
		expect(player.asked).toEqual([{ method: 'ping' }]);
	});

	it('where it answers rubbish', async () => {
		const loop: { self?: unknown } = {};
		loop.self = loop;
		const rubbish = [null, 7, 'ping', '{', '[]', [], loop, { method: {} }, { event: [] }, 'x'.repeat(100_000), 1n];
		const player = new FakeVimeo({ rubbish });
		effect.start(720);
		await settle();
		expect(player.asked).toEqual([{ method: 'ping' }]);
	});

	it.each([
		['a list that is none', { method: 'getQualities', value: 'auto' }],
		['a list of anything', { method: 'getQualities', value: [null, 3, { id: {}, active: true }] }],
		['a size that is none', { method: 'getVideoHeight', value: 'high' }],
		['events without data', { event: 'qualitychange' }],
		['errors without data', { event: 'error' }],
	])('where it answers, and then with %s', async (_, answer) => {
		const resize = { event: 'resize', data: { videoWidth: 1920, videoHeight: 1080 } };
		const rubbish = [{ method: 'ping' }, { method: 'getPaused', value: false }, answer, resize];
		const player = new FakeVimeo({ rubbish });
		effect.start(720);
		await settle();
		expect(player.asked.length).toBeGreaterThan(1);
		expect(player.told).toEqual([]);
	});

	it.each([
		'https://vimeo.com',
		'https://player.vimeo.com:8443',
		'http://player.vimeo.com',
		'https://player.vimeo.com.example',
	])('where it is of another origin: %s', async (origin) => {
		const player = new FakeVimeo({ origin });
		effect.start(720);
		player.frame.dispatchEvent(new Event('load'));
		player.say({ event: 'ready' });
		await settle();
		expect(player.asked).toEqual([]);
	});

	it('where it is not in the document, or has not loaded', async () => {
		const [outside, loading] = [new FakeVimeo(), new FakeVimeo()];
		outside.frame.remove();
		Object.defineProperty(loading.frame, 'contentDocument', { value: document });
		effect.start(720);
		outside.say({ event: 'ready' });
		await settle();
		expect([outside.asked, loading.asked]).toEqual([[], []]);
	});

	it('where another window claims to be it', async () => {
		const player = new FakeVimeo({ isSilent: true });
		effect.start(720);
		for (const source of [window, null])
			dispatchEvent(new MessageEvent('message', { data: { event: 'ready' }, origin: VIMEO, source }));
		await settle();
		expect(player.asked).toEqual([{ method: 'ping' }]);
	});
});

describe('the learner and the page', () => {
	it.each(['1080p', '240p', 'auto'])('have their way with %s after the player was lowered', async (quality) => {
		const player = new FakeVimeo();
		effect.start(720);
		await settle();
		player.setQuality(quality);
		player.choose(1080);
		await settle();
		effect.start(480);
		effect.stop();
		await settle();
		expect([player.told, player.chosen]).toEqual([['720p'], quality]);
	});

	it('receive every message of the player, ours too, and what they answer themselves', async () => {
		const player = new FakeVimeo();
		const page = vi.fn();
		const listening = new AbortController();
		addEventListener('message', ({ data }) => page(data), { signal: listening.signal });
		effect.start(720);
		await settle();
		page.mockClear();
		player.frame.contentWindow?.postMessage({ method: 'getQualities' }, VIMEO);
		await settle();
		listening.abort();
		expect(page.mock.calls).toEqual([[expect.objectContaining({ method: 'getQualities' })]]);
		expect(player.chosen).toBe('720p');
	});
});
