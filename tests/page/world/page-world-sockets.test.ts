// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeSocket, PageWorldRig, SOCKET_URL } from './page-world-rig';

let rig: PageWorldRig;

beforeEach(() => {
	rig = new PageWorldRig();
});
afterEach(() => rig.close());

describe('the sockets of a page', () => {
	it('are counted by message, in both directions, with frame headers', () => {
		const socket = rig.newSocket();
		socket.open();
		socket.receive('é'.repeat(100));
		socket.receive(new ArrayBuffer(1_000));
		socket.receive(new Blob(['x'.repeat(70_000)]));
		socket.send(new Uint8Array(10));
		socket.send('été');
		expect(rig.connections()).toMatchObject([
			{ count: 1, receivedBytes: 200 + 4 + (1_000 + 4) + (70_000 + 10), sentBytes: 10 + 6 + (5 + 6), isPacked: false },
		]);
	});

	it('count only messages that were sent: not refused ones, nor those after closing', () => {
		const socket = rig.newSocket();
		expect(() => socket.send('early')).toThrow('InvalidStateError');
		socket.open();
		socket.readyState = 3;
		socket.send('late');
		expect(rig.connections()).toMatchObject([{ count: 1, sentBytes: 0 }]);
	});

	it('are marked if their messages are compressed', () => {
		rig.newSocket().open('permessage-deflate');
		expect(rig.connections()).toMatchObject([{ isPacked: true }]);
	});

	it('that existed before the hooks are counted from their first sent message', () => {
		const socket = new FakeSocket(SOCKET_URL);
		socket.readyState = 1;
		socket.send('12345');
		socket.receive('123');
		expect(rig.connections()).toMatchObject([{ count: 1, receivedBytes: 3 + 2, sentBytes: 5 + 6 }]);
	});

	it('keep the page’s errors, classes and values', () => {
		expect(() => rig.newSocket('bad')).toThrow(SyntaxError);
		class Own extends (globalThis.WebSocket as unknown as typeof FakeSocket) {}
		const own = new Own(SOCKET_URL);
		expect([own instanceof Own, own instanceof FakeSocket, own instanceof WebSocket]).toEqual([true, true, true]);
		expect([WebSocket.name, WebSocket.length, WebSocket.OPEN]).toEqual(['FakeSocket', 1, 1]);
		expect(WebSocket.prototype.constructor).toBe(WebSocket);
		expect(Object.keys(own)).toEqual(Object.keys(new FakeSocket(SOCKET_URL)));
	});

	it('throw nothing into a page that breaks them', () => {
		const socket = rig.newSocket();
		socket.open();
		Object.defineProperty(socket, 'readyState', {
			get() {
				throw new Error('trap');
			},
		});
		const trap = new Proxy(
			{},
			{
				get: () => {
					throw new Error('trap');
				},
			},
		);
		expect(() => socket.receive(trap)).not.toThrow();
		expect(() => socket.receive(null)).not.toThrow();
		expect(rig.connections()).toMatchObject([{ count: 1, receivedBytes: 0 }]);
	});

	it('of more addresses than a report holds are added up under one name', () => {
		for (let index = 0; index < 250; index++) {
			const socket = rig.newSocket(`${SOCKET_URL}?${index}`);
			socket.open();
			socket.receive('x');
		}
		const all = rig.connections();
		expect(all.length).toBe(100);
		expect(all.reduce((sum, { receivedBytes }) => sum + receivedBytes, 0)).toBe(250 * 3);
	});
});
