import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { portsKey, readKernelQueues } from '@/tests/course/kernel-queues';

const LOOK_EVERY_MS = 10;

/** Bytes of requests that came as far as the server's machine and that its program never read. Linux only: 0 elsewhere. */
export class UnreadUploads {
	#bytes = 0;

	/** Resolves once the connection of an unread request received nothing for a few readings. */
	async fill(socket: Socket): Promise<void> {
		let before = -1;
		let waiting = 0;
		while (waiting > before) {
			before = waiting;
			await sleep(LOOK_EVERY_MS);
			waiting = await waitingBytes(socket);
		}
		const arrivedBytes = socket.bytesRead + waiting;
		socket.once('close', () => {
			this.#bytes += Math.max(0, arrivedBytes - socket.bytesRead);
		});
	}

	bytes(): number {
		return this.#bytes;
	}

	reset(): void {
		this.#bytes = 0;
	}
}

async function waitingBytes({ localPort = 0, remotePort = 0 }: Socket): Promise<number> {
	return (await readKernelQueues())?.get(portsKey(localPort, remotePort))?.receiveBytes ?? 0;
}
