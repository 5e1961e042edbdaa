import WebSocket from 'ws';

/** A WebDriver BiDi connection: https://w3c.github.io/webdriver-bidi/ */
export interface Bidi {
	/** Sends one command; fails with the browser's words. */
	send<Result = unknown>(method: string, params?: object): Promise<Result>;
	/**
	 * Evaluates an expression in a context and gives its plain value. It runs by the debugger's way, so a page's CSP does
	 * not refuse it, and as if the user had just clicked.
	 */
	evaluate<Value>(context: string, expression: string): Promise<Value>;
	close(): void;
}

/** An expression that runs `what` in another process and gives its value as JSON. */
export function remoteExpression(what: string | ((...args: never[]) => unknown), args: readonly unknown[]): string {
	const call = typeof what === 'string' ? what : `(${what})(${args.map((arg) => JSON.stringify(arg)).join(', ')})`;
	return `(async () => JSON.stringify(await (${call})))()`;
}

/** Connects to a browser that listens at `url` and starts a session. */
export async function connectBidi(url: string, acceptInsecureCerts = false): Promise<Bidi> {
	const socket = new WebSocket(`${url}/session`, { maxPayload: 0 });
	const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
	let lastId = 0;

	socket.on('message', (bytes) => {
		const { id, result, error, message } = JSON.parse(String(bytes));
		const asked = waiting.get(id);
		if (!asked) return;
		waiting.delete(id);
		if (error) asked.reject(new Error(`${error}: ${message}`));
		else asked.resolve(result as never);
	});
	socket.on('close', () => {
		for (const { reject } of waiting.values()) reject(new Error('The browser is gone.'));
		waiting.clear();
	});
	await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
	// A browser that is killed closes the socket in its own way; whoever waits is told by 'close'.
	socket.on('error', () => {});

	function send<Result>(method: string, params: object = {}): Promise<Result> {
		return new Promise((resolve, reject) => {
			if (socket.readyState !== WebSocket.OPEN) return reject(new Error('The browser is gone.'));
			lastId += 1;
			waiting.set(lastId, { resolve, reject });
			socket.send(JSON.stringify({ id: lastId, method, params }));
		});
	}

	await send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts } } });
	return {
		send,
		close: () => socket.terminate(),
		async evaluate(context, expression) {
			const answer = await send<EvaluateResult>('script.evaluate', {
				expression,
				target: { context },
				awaitPromise: true,
				userActivation: true,
			});
			if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
			return answer.result.value === undefined ? undefined : JSON.parse(answer.result.value);
		},
	};
}

type EvaluateResult =
	| { type: 'success'; result: { value?: string } }
	| { type: 'exception'; exceptionDetails: { text: string } };
