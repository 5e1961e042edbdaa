// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCounters } from '@/utils/page/world/counters';
import { SAY_EVENT } from '@/utils/page/world/events';
import { PageWorldRig } from './page-world-rig';

let rig: PageWorldRig;

beforeEach(() => {
	rig = new PageWorldRig();
});
afterEach(() => rig.close());

describe('the two worlds of a frame', () => {
	it('speak only when the observer has asked, and then once until it asks again', () => {
		const socket = rig.newSocket();
		socket.open();
		socket.receive('x');
		expect(rig.grown).not.toHaveBeenCalled();
		rig.watch.read();
		for (let index = 0; index < 5; index++) socket.receive('x');
		expect(rig.grown).toHaveBeenCalledOnce();
		rig.watch.read();
		socket.receive('x');
		expect(rig.grown).toHaveBeenCalledTimes(2);
	});

	it('start from nothing for another visit', () => {
		const socket = rig.newSocket();
		socket.open();
		socket.receive('x');
		rig.watch.reset();
		expect(rig.reported()).toMatchObject([{ count: 0, receivedBytes: 0 }]);
		socket.receive('xyz');
		expect(rig.reported()).toMatchObject([{ count: 0, receivedBytes: 3 + 2 }]);
	});

	it('have one tally, however often the script comes', () => {
		expect(createCounters(() => {})).toBeNull();
	});

	it('take a page’s forged word for no more than numbers', () => {
		for (const detail of [{}, 5, null, ['x'], Symbol('x')]) {
			document.dispatchEvent(new CustomEvent(SAY_EVENT, { detail }));
		}
		expect(rig.reported()).toEqual([]);
		document.addEventListener('sobrio:ask', () => {
			document.dispatchEvent(new CustomEvent(SAY_EVENT, { detail: 'https://bank.example/?name=Jeanne,1,1,1,1' }));
		});
		expect(rig.reported()).toEqual([]);
	});

	it('say nothing to an observer that has stopped', () => {
		rig.watch.read();
		rig.watch.stop();
		rig.newSocket().open();
		expect(rig.grown).not.toHaveBeenCalled();
	});
});
