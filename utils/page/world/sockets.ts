import { socketFrameBytes } from '@/utils/core/measure/socket-bytes';
import type { Counter, Counters } from './counters';
import { quietly, wrap } from './wrap';

/** Counts the messages of the frame's WebSockets, by address. */
export function hookSockets({ counter: counterOf, notify }: Counters): void {
	const counters = new WeakMap<WebSocket, Counter>();
	const encoder = new TextEncoder();

	/** Adds a message. An object that `send` converts to text counts only as its header: converting it twice has side effects. */
	const add = (socket: WebSocket, data: string | ArrayBuffer | Blob, isSent: boolean) =>
		quietly(() => {
			// `send` on a closing socket sends nothing.
			if (isSent && socket.readyState > WebSocket.OPEN) return;
			const bytes =
				typeof data === 'string'
					? encoder.encode(data).length
					: ((data as ArrayBuffer).byteLength ?? (data as Blob).size ?? 0);
			register(socket)[isSent ? 'sentBytes' : 'receivedBytes'] += socketFrameBytes(bytes, isSent);
			notify();
		});
	/** The counter of a socket; the first call adds the listeners. */
	const register = (socket: WebSocket): Counter => {
		const known = counters.get(socket);
		if (known) return known;
		const counter = counterOf(socket.url);
		const open = () => {
			counter.count++;
			if (socket.extensions) counter.isEstimate = true;
			notify();
		};
		counters.set(socket, counter);
		socket.addEventListener('message', ({ data }) => add(socket, data, false));
		if (socket.readyState) open();
		else socket.addEventListener('open', open);
		return counter;
	};

	wrap(WebSocket.prototype, 'send', {
		apply(send, socket: WebSocket, args) {
			const sent = Reflect.apply(send, socket, args);
			// Also registers a socket that was created before this script ran.
			add(socket, args[0], true);
			return sent;
		},
	});
	wrap(globalThis, 'WebSocket', {
		construct(Native, args, newTarget) {
			const socket = Reflect.construct(Native, args, newTarget);
			quietly(() => register(socket));
			return socket;
		},
	});
}
