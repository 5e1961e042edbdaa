import { socketFrameBytes } from '@/utils/core/measure/socket-bytes';
import { quietly } from '@/utils/page/quietly';
import type { Counter, Counters } from './counters';
import { listen, OwnWeakMap, plainBytes, reader } from './natives';
import { afterCall, afterConstruct } from './wrap';

/** `WebSocket.OPEN`. */
const OPEN = 1;

/** Counts the messages of the frame's WebSockets, by address. */
export function hookSockets({ counter: counterOf, notify }: Counters): void {
	const { prototype } = WebSocket;
	const counters = new OwnWeakMap<WebSocket, Counter>();
	const stateOf = reader(prototype, 'readyState');
	const addressOf = reader(prototype, 'url');
	const extensionsOf = reader(prototype, 'extensions');
	const dataOf = reader(MessageEvent.prototype, 'data');

	/** Adds a message. An object that `send` converts to text counts only as its header: converting it twice has side effects. */
	const add = (socket: WebSocket, data: unknown, isSent: boolean) =>
		quietly(() => {
			// `send` on a closing socket sends nothing.
			if (isSent && stateOf(socket) > OPEN) return;
			const bytes = plainBytes(data);
			if (bytes === undefined && !isSent) return;
			register(socket)[isSent ? 'sentBytes' : 'receivedBytes'] += socketFrameBytes(bytes ?? 0, isSent);
			notify();
		});
	/** The counter of a socket; the first call adds the listeners. */
	const register = (socket: WebSocket): Counter => {
		const known = counters.get(socket);
		if (known) return known;
		const counter = counterOf(addressOf(socket));
		const open = () => {
			counter.count++;
			if (extensionsOf(socket)) counter.isPacked = true;
			notify();
		};
		counters.set(socket, counter);
		listen(socket, 'message', (event) => add(socket, dataOf(event as MessageEvent), false));
		if (stateOf(socket)) open();
		else listen(socket, 'open', open);
		return counter;
	};

	// Also registers a socket that was created before this script ran.
	afterCall(prototype, 'send', (_sent, socket, args) => add(socket, args[0], true));
	afterConstruct(['WebSocket'], register);
}
