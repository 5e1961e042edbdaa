import { type Attempt, confirms, retryAfterMs } from '@/utils/core/delivery/lrs';
import type { Statement } from '@/utils/core/export/xapi';
import type { Lrs } from '@/utils/core/schema/settings';
import { parseJson } from '@/utils/core/schema/values';

/** Statements per request. */
const BATCH = 50;
/** Many times the ids of a batch. */
const MAX_ANSWER_BYTES = 64_000;
/** After this long without an answer the request is tried again later; Chrome stops a background that waits 30 s. */
const TIMEOUT_MS = 20_000;

/** How one request ended: the status, or null where no answer came, and whether the store confirmed what it was sent. */
interface Answer extends Pick<Attempt, 'status' | 'retryAfterMs'> {
	readonly isStored: boolean;
}

/**
 * Sends statements to the user's store, in batches: the only request of the extension. Sending a statement again is harmless, because
 * its id is the same. Reports after each batch how many the store has. Never throws.
 */
export async function sendStatements(
	lrs: Lrs,
	statements: readonly Statement[],
	nowMs: () => number,
	report: (doneCount: number) => Promise<void>,
	timeoutMs = TIMEOUT_MS,
): Promise<Attempt> {
	let doneCount = 0;
	for (let start = 0; start < statements.length; start += BATCH) {
		const batch = statements.slice(start, start + BATCH);
		const answer = await request(lrs, 'POST', 'statements', batch, nowMs, timeoutMs);
		if (answer.status === 409) {
			// The store has one of these ids with other content and stored none of the batch: sent one by one, that one is skipped.
			for (const statement of batch) {
				const path = `statements?statementId=${statement.id}`;
				const single = await request(lrs, 'PUT', path, statement, nowMs, timeoutMs);
				if (!single.isStored && single.status !== 409) return { ...end(single), doneCount };
				await report(++doneCount);
			}
		} else if (answer.isStored) {
			doneCount += batch.length;
			await report(doneCount);
		} else return { ...end(answer), doneCount };
	}
	return { outcome: 'sent', status: 200, doneCount, retryAfterMs: null };
}

/**
 * Whether a store has all the statements: for a POST, it answers their ids. A login page or a proxy answers 200 too.
 * Source: xAPI 2.0, "POST Statements", https://opensource.ieee.org/xapi
 */
async function isConfirmed(response: Response, method: 'POST' | 'PUT', ids: readonly string[]): Promise<boolean> {
	const text = await startOf(response, method === 'POST' ? MAX_ANSWER_BYTES : 0);
	if (method === 'PUT') return response.status === 204;
	return response.status === 200 && confirms(parseJson(text), ids);
}

/** The start of an answer, at most so many bytes: a store may answer without end. */
async function startOf({ body }: Response, maxBytes: number): Promise<string> {
	const reader = body?.getReader();
	const decoder = new TextDecoder();
	let [text, length] = ['', 0];
	while (reader && length < maxBytes) {
		const { done, value } = await reader.read();
		if (done) return text + decoder.decode();
		length += value.length;
		text += decoder.decode(value, { stream: true });
	}
	await reader?.cancel();
	return text;
}

const TRY_AGAIN = [408, 425, 429];

function end({ status, retryAfterMs: waitMs }: Answer): Omit<Attempt, 'doneCount'> {
	// A success that confirms nothing comes from something that stands before the store.
	const isLater = status === null || status < 300 || status >= 500 || TRY_AGAIN.includes(status);
	const outcome = isLater ? 'later' : status === 401 || status === 403 ? 'refused' : 'invalid';
	return { outcome, status, retryAfterMs: waitMs };
}

async function request(
	{ endpoint, key, secret, version }: Lrs,
	method: 'POST' | 'PUT',
	path: string,
	body: Statement | readonly Statement[],
	nowMs: () => number,
	timeoutMs: number,
): Promise<Answer> {
	const login = btoa(String.fromCharCode(...new TextEncoder().encode(`${key}:${secret}`)));
	try {
		const response = await fetch(`${endpoint}/${path}`, {
			method,
			headers: {
				Authorization: `Basic ${login}`,
				'Content-Type': 'application/json',
				'X-Experience-API-Version': version,
			},
			body: JSON.stringify(body),
			// To no other address, and without cookies.
			redirect: 'error',
			credentials: 'omit',
			cache: 'no-store',
			referrerPolicy: 'no-referrer',
			signal: AbortSignal.timeout(timeoutMs),
		});
		return {
			status: response.status,
			retryAfterMs: retryAfterMs(response.headers.get('Retry-After'), nowMs()),
			isStored: await isConfirmed(
				response,
				method,
				[body].flat().map(({ id }) => id),
			),
		};
	} catch {
		// No answer: refused, interrupted, too slow, or redirected. The browsers do not reveal which.
		return { status: null, retryAfterMs: null, isStored: false };
	}
}
