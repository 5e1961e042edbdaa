import { socketFrameBytes } from '@/utils/core/measure/socket-bytes';
import type { Counter, Counters } from './counters';
import { afterCall, afterConstruct, quietly } from './wrap';

/** Counts the messages of the frame's WebSockets, by address. */
export function hookSockets({ counter: counterOf, notify }: Counters): void {
	const counters = new WeakMap<WebSocket, Counter>();
	const encoder = new TextEncoder();

	/** Adds a message. An object that `send` converts to text counts only as its header: converting it twice has side effects. */
	const add = (socket: WebSocket, data: unknown, isSent: boolean) =>
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

	// Also registers a socket that was created before this script ran.
	afterCall(WebSocket.prototype, 'send', (_sent, socket, [data]) => add(socket, data, true));
	afterConstruct('WebSocket', register);
}
