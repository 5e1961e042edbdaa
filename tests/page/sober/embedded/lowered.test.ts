// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EmbeddedQuality } from '@/utils/page/sober/embedded/embedded-quality';
import { FakeVimeo, settle } from './fake-vimeo';

const effect = new EmbeddedQuality();
afterEach(() => {
	vi.useRealTimers();
	effect.stop();
	document.body.innerHTML = '';
});

describe('an embedded player of Vimeo that shows more than the limit', () => {
	it.each([
		['480p: 540p is above it', 480, '360p'],
		['720p', 720, '720p'],
	])('is lowered below %s', async (_, limit, expected) => {
		const player = new FakeVimeo();
		effect.start(limit);
		await settle();
		expect([player.told, player.chosen]).toEqual([[expected], expected]);
	});

	it('is lowered where it answers in JSON', async () => {
		const player = new FakeVimeo({ isJson: true });
		effect.start(720);
		await settle();
		expect(player.chosen).toBe('720p');
	});

	it('is lowered once it has loaded, if it was not there at the start', async () => {
		effect.start(720);
		const player = new FakeVimeo();
		await settle();
		expect(player.asked).toEqual([]);
		player.frame.dispatchEvent(new Event('load'));
		await settle();
		expect(player.chosen).toBe('720p');
	});

	it('is lowered when it says that it is ready, without being asked', async () => {
		effect.start(720);
		const player = new FakeVimeo();
		player.say({ event: 'ready' });
		await settle();
		expect([player.asked[0]?.method, player.chosen]).toEqual(['addEventListener', '720p']);
	});

	it('is lowered when it begins to play, and not before: its size is that of its best quality until then', async () => {
		const player = new FakeVimeo({ isPaused: true });
		effect.start(720);
		await settle();
		expect(player.told).toEqual([]);
		player.play();
		await settle();
		expect(player.chosen).toBe('720p');
	});

	it('is lowered when its own choice rises above the limit', async () => {
		const player = new FakeVimeo({ autoLines: 540 });
		effect.start(720);
		await settle();
		expect(player.told).toEqual([]);
		player.choose(1080);
		await settle();
		expect(player.chosen).toBe('720p');
	});

	it('is lowered again for the next video of the same frame', async () => {
		const player = new FakeVimeo();
		effect.start(720);
		await settle();
		player.chosen = 'auto';
		player.emit('loaded', { id: 2 });
		await settle();
		expect(player.told).toEqual(['720p', '720p']);
	});

	it('keeps its lower quality for the next video, and has its own choice back afterwards', async () => {
		const player = new FakeVimeo();
		effect.start(720);
		await settle();
		player.emit('loaded', { id: 2 });
		player.emit('resize', { videoWidth: 1920, videoHeight: 1080 });
		await settle();
		expect(player.told).toEqual(['720p']);
		effect.stop();
		await settle();
		expect(player.told).toEqual(['720p', 'auto']);
	});

	it('follows another limit', async () => {
		const player = new FakeVimeo();
		effect.start(720);
		await settle();
		effect.start(480);
		await settle();
		expect([player.told, player.chosen]).toEqual([['720p', 'auto', '360p'], '360p']);
		effect.start(480);
		await settle();
		expect(player.told).toHaveLength(3);
		effect.start(1080);
		await settle();
		expect(player.chosen).toBe('auto');
	});

	it('has its own choice back when sober mode is switched off, and is asked nothing more', async () => {
		const player = new FakeVimeo();
		effect.start(720);
		await settle();
		effect.stop();
		await settle();
		expect([player.told, player.chosen]).toEqual([['720p', 'auto'], 'auto']);
		const count = player.asked.length;
		player.play();
		player.frame.dispatchEvent(new Event('load'));
		await settle();
		expect(player.asked).toHaveLength(count);
	});

	it('has its own choice back when it waits for data, and keeps it', async () => {
		const player = new FakeVimeo();
		effect.start(720);
		await settle();
		vi.useFakeTimers();
		player.emit('bufferstart');
		vi.advanceTimersByTime(1_000);
		player.emit('bufferend');
		vi.advanceTimersByTime(10_000);
		expect(player.told).toEqual(['720p']);
		player.emit('bufferstart');
		vi.advanceTimersByTime(3_000);
		vi.useRealTimers();
		await settle();
		player.choose(1080);
		await settle();
		expect([player.told, player.chosen]).toEqual([['720p', 'auto'], 'auto']);
	});
});
