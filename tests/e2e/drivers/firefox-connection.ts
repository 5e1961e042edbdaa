import type { ConnectionTransport } from 'puppeteer-core';
import WebSocket from 'ws';

/**
 * The one WebDriver BiDi connection that Firefox accepts (https://w3c.github.io/webdriver-bidi/): puppeteer's transport, which also
 * carries the commands that puppeteer has no method for.
 */
export interface FirefoxConnection {
	readonly transport: ConnectionTransport;
	/** Sends one command; fails with the browser's error message. */
	send<Result = unknown>(method: string, params?: object): Promise<Result>;
	/** Evaluates an expression whose value is JSON, as if the user had just clicked, and parses that. */
	evaluate<Value>(context: string, expression: string): Promise<Value>;
}

interface Answer {
	readonly id: number;
	readonly result: unknown;
	readonly error?: string;
	readonly message?: string;
}

type EvaluateResult =
	| { type: 'success'; result: { value?: string } }
	| { type: 'exception'; exceptionDetails: { text: string } };

/** Our ids start here, far above puppeteer's, which count from 1. */
const FIRST_ID = 1_000_000_000;

/** An expression that runs `what` in another process and gives its value as JSON. */
export function remoteExpression(what: string | ((...args: never[]) => unknown), args: readonly unknown[]): string {
	const call = typeof what === 'string' ? what : `(${what})(${args.map((arg) => JSON.stringify(arg)).join(', ')})`;
	return `(async () => JSON.stringify(await (${call})))()`;
}

/** Connects to a Firefox that listens at `url`; puppeteer starts the session. */
export async function connectFirefox(url: string): Promise<FirefoxConnection> {
	const socket = new WebSocket(`${url}/session`, { maxPayload: 0 });
	const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
	const transport: ConnectionTransport = {
		send: (message) => socket.send(message),
		close: () => socket.terminate(),
	};
	let lastId = FIRST_ID;

	socket.on('message', (bytes) => {
		const text = String(bytes);
		const { id, result, error, message }: Answer = JSON.parse(text);
		const ours = waiting.get(id);
		if (!ours) return transport.onmessage?.(text);
		waiting.delete(id);
		if (error) ours.reject(new Error(`${error}: ${message}`));
		else ours.resolve(result as never);
	});
	socket.on('close', () => {
		for (const { reject } of waiting.values()) reject(new Error('Firefox has ended.'));
		waiting.clear();
		transport.onclose?.();
	});
	await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
	// A killed browser resets the socket: 'close' follows and rejects what is pending.
	socket.on('error', () => {});

	function send<Result>(method: string, params: object = {}): Promise<Result> {
		return new Promise((resolve, reject) => {
			if (socket.readyState !== WebSocket.OPEN) return reject(new Error('Firefox has ended.'));
			lastId += 1;
			waiting.set(lastId, { resolve, reject });
			socket.send(JSON.stringify({ id: lastId, method, params }));
		});
	}

	return {
		transport,
		send,
		async evaluate(context, expression) {
			const target = { context };
			const answer = await send<EvaluateResult>('script.evaluate', {
				expression,
				target,
				awaitPromise: true,
				userActivation: true,
			});
			if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
			return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value);
		},
	};
}
