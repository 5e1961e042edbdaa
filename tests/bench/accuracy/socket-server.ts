import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocketServer } from 'ws';

/** Bytes of all upgraded connections since the last reset, as the kernel counts them. */
export interface SocketBytes {
	readonly sentBytes: number;
	readonly receivedBytes: number;
}

/**
 * Answers WebSockets on the bench's servers: `?20x100000` in the address asks for twenty messages of 100,000 bytes, every
 * other one as text; the message `end` follows.
 */
export class SocketServer {
	readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: 2 ** 24, perMessageDeflate: false });
	#upgraded: Socket[] = [];

	serve(server: Server): void {
		server.on('upgrade', (request, socket, head) => {
			const [count = 0, bytes = 0] = (request.url?.split('?')[1] ?? '').split('x').map(Number);
			this.#upgraded.push(socket as Socket);
			this.#sockets.handleUpgrade(request, socket, head, (client) => {
				for (let n = 0; n < count; n++) client.send(n % 2 ? 'é'.repeat(bytes / 2) : Buffer.alloc(bytes));
				client.send('end');
			});
		});
	}

	bytes(): SocketBytes {
		const sum = (read: (socket: Socket) => number) => this.#upgraded.reduce((all, socket) => all + read(socket), 0);
		return { sentBytes: sum((socket) => socket.bytesWritten), receivedBytes: sum((socket) => socket.bytesRead) };
	}

	reset(): void {
		this.#upgraded = [];
	}
}
