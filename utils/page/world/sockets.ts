import { socketFrameBytes } from '@/utils/core/measure/socket-bytes';
import type { Counters, Line } from './counters';
import { quietly, wrap } from './wrap';

/** Counts the messages of the WebSockets of this frame, by address. */
export function hookSockets({ line: lineNamed, grow }: Counters): void {
	const lines = new WeakMap<WebSocket, Line>();
	const encoder = new TextEncoder();

	/** Adds a message; what `send` turns into text by itself counts as its header, since reading it twice could be felt. */
	const add = (socket: WebSocket, data: string | ArrayBuffer | Blob, isSent: boolean) =>
		quietly(() => {
			// What is sent while it closes goes nowhere.
			if (isSent && socket.readyState > WebSocket.OPEN) return;
			const bytes =
				typeof data === 'string'
					? encoder.encode(data).length
					: ((data as ArrayBuffer).byteLength ?? (data as Blob).size ?? 0);
			meet(socket)[isSent ? 2 : 1] += socketFrameBytes(bytes, isSent);
			grow();
		});
	/** The line of a socket, which is listened to from the first time on. */
	const meet = (socket: WebSocket): Line => {
		const known = lines.get(socket);
		if (known) return known;
		const line = lineNamed(socket.url);
		const open = () => {
			line[0]++;
			if (socket.extensions) line[3] = 1;
			grow();
		};
		lines.set(socket, line);
		socket.addEventListener('message', ({ data }) => add(socket, data, false));
		if (socket.readyState) open();
		else socket.addEventListener('open', open);
		return line;
	};

	wrap(WebSocket.prototype, 'send', {
		apply(send, socket: WebSocket, args) {
			const sent = Reflect.apply(send, socket, args);
			// A socket that was there before this script is met here.
			add(socket, args[0], true);
			return sent;
		},
	});
	wrap(globalThis, 'WebSocket', {
		construct(Native, args, newTarget) {
			const socket = Reflect.construct(Native, args, newTarget);
			quietly(() => meet(socket));
			return socket;
		},
	});
}
