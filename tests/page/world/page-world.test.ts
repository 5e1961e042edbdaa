// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { COUNTERS_EVENT, PAGE_WORLD, READ_COUNTERS_EVENT } from '@/utils/page/channel/events';
import { TakenChannel } from '@/utils/page/channel/take';
import { OfferedChannel, runInPage } from '@/utils/page/world/offer';
import { PageWorldRig } from './page-world-rig';

let rig: PageWorldRig;

beforeEach(() => {
	rig = new PageWorldRig();
});
afterEach(() => rig.close());

describe('the two worlds of a frame', () => {
	it('notify only after the observer has read, and once until it reads again', () => {
		const socket = rig.newSocket();
		socket.open();
		socket.receive('x');
		expect(rig.onChange).not.toHaveBeenCalled();
		rig.watch.read();
		for (let index = 0; index < 5; index++) socket.receive('x');
		expect(rig.onChange).toHaveBeenCalledOnce();
		rig.watch.read();
		socket.receive('x');
		expect(rig.onChange).toHaveBeenCalledTimes(2);
	});

	it('start at 0 for another visit', () => {
		const socket = rig.newSocket();
		socket.open();
		socket.receive('x');
		rig.watch.reset();
		expect(rig.connections()).toMatchObject([{ count: 0, receivedBytes: 0 }]);
		socket.receive('xyz');
		expect(rig.connections()).toMatchObject([{ count: 0, receivedBytes: 3 + 2 }]);
	});

	it('accept nothing but numbers from a page that has the channel', () => {
		const { node } = rig.channel;
		for (const detail of [{}, 5, null, ['x'], Symbol('x')]) {
			node.dispatchEvent(new CustomEvent(COUNTERS_EVENT, { detail }));
		}
		expect(rig.connections()).toEqual([]);
		node.addEventListener(READ_COUNTERS_EVENT, () => {
			node.dispatchEvent(new CustomEvent(COUNTERS_EVENT, { detail: 'https://bank.example/?name=Jeanne,1,1,1,1' }));
		});
		expect(rig.connections()).toEqual([]);
	});

	it('say nothing that the page can hear, and hear nothing that it says', () => {
		const heard = vi.fn();
		for (const type of [COUNTERS_EVENT, READ_COUNTERS_EVENT, PAGE_WORLD]) window.addEventListener(type, heard, true);
		rig.newSocket().open();
		rig.watch.read();
		expect(heard).not.toHaveBeenCalled();
		document.dispatchEvent(new CustomEvent(COUNTERS_EVENT, { detail: 'wss://a.example/,9,9,9,0' }));
		expect(rig.connections()).toMatchObject([{ count: 1 }]);
		for (const type of [COUNTERS_EVENT, READ_COUNTERS_EVENT, PAGE_WORLD]) window.removeEventListener(type, heard, true);
	});

	it('notify no observer that has stopped', () => {
		rig.watch.read();
		rig.watch.stop();
		rig.newSocket().open();
		expect(rig.onChange).not.toHaveBeenCalled();
	});
});

describe('a channel', () => {
	const settle = () => new Promise((resolve) => setTimeout(resolve));
	/** What a page that is open already contains. */
	const addScript = () => document.head.appendChild(document.createElement('script'));

	beforeEach(() => document.head.replaceChildren());

	it.each(['isolated world', 'page’s own world'])('is joined at the start of a page, the %s first', async (first) => {
		const run = vi.fn();
		if (first !== 'isolated world') runInPage(PAGE_WORLD, run);
		const taken = new TakenChannel(PAGE_WORLD);
		if (first === 'isolated world') runInPage(PAGE_WORLD, run);
		addScript();
		await settle();
		expect(run).toHaveBeenCalledOnce();
		expect(taken.node).toBe(run.mock.calls[0]?.[0].node);
	});

	it('is not taken from a page whose scripts run', async () => {
		const taken = new TakenChannel(PAGE_WORLD);
		addScript();
		await settle();
		expect(new OfferedChannel().offer(PAGE_WORLD)).toBe(false);
		expect(taken.node).toBeNull();
	});

	it('asks for its script at the start of a page only if that did not come before the page’s scripts', async () => {
		const [run, request] = [vi.fn(), vi.fn()];
		const taken = new TakenChannel(PAGE_WORLD);
		taken.open(request);
		runInPage(PAGE_WORLD, run);
		addScript();
		await settle();
		expect([run.mock.calls.length, request.mock.calls.length]).toEqual([1, 0]);
		document.head.replaceChildren();
		new TakenChannel(PAGE_WORLD).open(request);
		expect(request).not.toHaveBeenCalled();
		addScript();
		await settle();
		expect(request).toHaveBeenCalledOnce();
	});

	it('is taken in an open page only when its script was asked for, and once', () => {
		addScript();
		const run = vi.fn();
		const taken = new TakenChannel(PAGE_WORLD);
		runInPage(PAGE_WORLD, run);
		expect(run).not.toHaveBeenCalled();
		taken.open(() => runInPage(PAGE_WORLD, run));
		expect(run).toHaveBeenCalledOnce();
		const { node } = taken;
		runInPage(PAGE_WORLD, run);
		taken.open(() => runInPage(PAGE_WORLD, run));
		expect(run).toHaveBeenCalledOnce();
		expect(taken.node).toBe(node);
	});

	it('is neither offered nor taken in a frame of another origin', async () => {
		vi.stubGlobal('window', {
			get top() {
				throw new DOMException('', 'SecurityError');
			},
		});
		const run = vi.fn();
		const taken = new TakenChannel(PAGE_WORLD);
		runInPage(PAGE_WORLD, run);
		expect([run.mock.calls.length, taken.node]).toEqual([0, null]);
		vi.unstubAllGlobals();
	});
});
