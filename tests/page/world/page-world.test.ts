// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCounters } from '@/utils/page/world/counters';
import { COUNTERS_EVENT, READ_COUNTERS_EVENT } from '@/utils/page/world/events';
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

	it('have one set of counters, however often the script is injected', () => {
		expect(createCounters(() => {})).toBeNull();
	});

	it('accept nothing but numbers from a page that forges the events', () => {
		for (const detail of [{}, 5, null, ['x'], Symbol('x')]) {
			document.dispatchEvent(new CustomEvent(COUNTERS_EVENT, { detail }));
		}
		expect(rig.connections()).toEqual([]);
		document.addEventListener(READ_COUNTERS_EVENT, () => {
			document.dispatchEvent(new CustomEvent(COUNTERS_EVENT, { detail: 'https://bank.example/?name=Jeanne,1,1,1,1' }));
		});
		expect(rig.connections()).toEqual([]);
	});

	it('notify no observer that has stopped', () => {
		rig.watch.read();
		rig.watch.stop();
		rig.newSocket().open();
		expect(rig.onChange).not.toHaveBeenCalled();
	});
});
