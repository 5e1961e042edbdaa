import { setTimeout as sleep } from 'node:timers/promises';

/** How long a driver waits for something to appear before it fails it. Long, since a wait that succeeds costs nothing, and a busy machine is slow. */
export const WAIT_TIMEOUT_MS = 30_000;
const POLL_MS = 100;

/** Runs in a page of the extension: whether it shows something. It is drawn after its `load` event, once its settings were read. */
export const IS_DRAWN = `document.querySelector('body > :not(script)') !== null`;

/** Polls until the value is truthy, and returns it; an error counts as falsy. */
export async function until<Value>(
	ask: () => Promise<Value> | Value,
	what: string,
	timeoutMs = WAIT_TIMEOUT_MS,
): Promise<NonNullable<Value>> {
	const deadlineMs = Date.now() + timeoutMs;
	for (;;) {
		let reason = 'no';
		try {
			const answer = await ask();
			if (answer) return answer;
		} catch (error) {
			// A page that navigates has no document for a moment.
			reason = String(error);
		}
		if (Date.now() > deadlineMs) throw new Error(`Waited ${timeoutMs} ms for ${what}: ${reason}`);
		await sleep(POLL_MS);
	}
}
