import type { ServerResponse } from 'node:http';

const DRIP_MS = 20;

/** Answers of a server that took the request, and never ends its answer: a byte at a time, or as much as the client takes. */
export type Endless = 'take-and-drip' | 'take-and-flood';

/** Whether a behaviour is one of them. */
export const isEndless = (behaviour: unknown): behaviour is Endless =>
	behaviour === 'take-and-drip' || behaviour === 'take-and-flood';

/** Answers 200 and goes on until the client leaves. */
export function answerWithoutEnd(response: ServerResponse, how: Endless): void {
	response.writeHead(200);
	const piece = ' '.repeat(how === 'take-and-drip' ? 1 : 65_536);
	const timer = setInterval(() => response.write(piece), DRIP_MS);
	response.on('close', () => clearInterval(timer));
}
