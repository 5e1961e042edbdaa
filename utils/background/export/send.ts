import { type Attempt, retryAfterMs } from '@/utils/core/delivery/lrs';
import type { Statement } from '@/utils/core/export/xapi';
import type { Lrs } from '@/utils/core/schema/settings';

/** Statements per request. */
const BATCH = 50;
/** After this long without an answer the request is tried again later; Chrome stops a background that waits 30 s. */
const TIMEOUT_MS = 20_000;

/** How one request ended: the status, or null where no answer came. */
type Answer = Pick<Attempt, 'status' | 'retryAfterMs'>;

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
				if (!isStored(single.status) && single.status !== 409) return { ...end(single), doneCount };
				await report(++doneCount);
			}
		} else if (isStored(answer.status)) {
			doneCount += batch.length;
			await report(doneCount);
		} else return { ...end(answer), doneCount };
	}
	return { outcome: 'sent', status: 200, doneCount, retryAfterMs: null };
}

function isStored(status: number | null): boolean {
	return status === 200 || status === 204;
}

const TRY_AGAIN = [408, 425, 429];

function end({ status, retryAfterMs: waitMs }: Answer): Omit<Attempt, 'doneCount'> {
	const isLater = status === null || status >= 500 || TRY_AGAIN.includes(status);
	const outcome = isLater ? 'later' : status === 401 || status === 403 ? 'refused' : 'invalid';
	return { outcome, status, retryAfterMs: waitMs };
}

async function request(
	{ endpoint, key, secret, version }: Lrs,
	method: 'POST' | 'PUT',
	path: string,
	body: unknown,
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
		await response.body?.cancel();
		return { status: response.status, retryAfterMs: retryAfterMs(response.headers.get('Retry-After'), nowMs()) };
	} catch {
		// No answer: refused, interrupted, too slow, or redirected. The browsers do not reveal which.
		return { status: null, retryAfterMs: null };
	}
}
