import { readFile } from 'node:fs/promises';

/** Bytes that wait in the kernel for one TCP socket. */
export interface KernelQueues {
	/** Written by this end and not acknowledged by the other. */
	readonly sendBytes: number;
	/** Arrived and not read by the program of this end. */
	readonly receiveBytes: number;
}

/** A socket seen from one end; both ends of a loopback connection are listed, each with its own ports. */
export function portsKey(localPort: number, remotePort: number): string {
	return `${localPort}>${remotePort}`;
}

/**
 * Reads a table like /proc/net/tcp (https://docs.kernel.org/networking/proc_net_tcp.html): addresses `0100007F:1F90` in
 * hexadecimal, the state, then `tx_queue:rx_queue`. Only established connections (state 01) are kept: the queues of a closed
 * one are empty because they were thrown away, not because they were read.
 */
export function parseKernelQueues(table: string): Map<string, KernelQueues> {
	const queues = new Map<string, KernelQueues>();
	const row = /^\s*\d+: [\dA-F]+:([\dA-F]{4}) [\dA-F]+:([\dA-F]{4}) 01 ([\dA-F]{8}):([\dA-F]{8})/gm;
	for (const [, local = '', remote = '', send = '', receive = ''] of table.matchAll(row)) {
		queues.set(portsKey(Number.parseInt(local, 16), Number.parseInt(remote, 16)), {
			sendBytes: Number.parseInt(send, 16),
			receiveBytes: Number.parseInt(receive, 16),
		});
	}
	return queues;
}

/** All TCP queues of this machine; null where there is no /proc (not Linux). Firefox reaches 127.0.0.1 by mapped IPv6 sockets. */
export async function readKernelQueues(): Promise<Map<string, KernelQueues> | null> {
	const tables = await Promise.all(
		['/proc/net/tcp', '/proc/net/tcp6'].map((path) => readFile(path, 'latin1').catch(() => '')),
	);
	const table = tables.join('\n');
	return table.trim() === '' ? null : parseKernelQueues(table);
}
