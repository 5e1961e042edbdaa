import { confirms } from '@/utils/core/delivery/lrs';
import { type Attempt, outcomeOf, UNCONSENTED } from '@/utils/core/delivery/queue';
import type { Statement } from '@/utils/core/export/xapi';
import type { Lrs } from '@/utils/core/schema/settings';
import { parseJson } from '@/utils/core/schema/values';
import { basicLogin, requestTarget, TIMEOUT_MS } from './request';
import type { Report } from './week-sender';

/** Statements per request. */
const BATCH = 50;
/** Many times the ids of a batch. */
const MAX_ANSWER_BYTES = 64_000;

/** How one request ended: the status, or null where no answer came, and whether the store confirmed what it was sent. */
interface Answer extends Pick<Attempt, 'status' | 'retryAfterMs'> {
	readonly isStored: boolean;
}

/**
 * Sends statements to a store, in batches. Sending a statement again is harmless, because its id is the same. Reports after each batch
 * how many the store has, and stops where no more may leave. Never throws.
 */
export async function sendStatements(
	lrs: Lrs,
	statements: readonly Statement[],
	nowMs: () => number,
	report: Report,
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
				if (!(await report(++doneCount))) return { ...UNCONSENTED, doneCount };
			}
		} else if (answer.isStored) {
			doneCount += batch.length;
			if (!(await report(doneCount))) return { ...UNCONSENTED, doneCount };
		} else return { ...end(answer), doneCount };
	}
	return { outcome: 'sent', status: 200, doneCount, retryAfterMs: null };
}

function end({ status, retryAfterMs }: Answer): Omit<Attempt, 'doneCount'> {
	return { outcome: outcomeOf(status), status, retryAfterMs };
}

async function request(
	{ endpoint, key, secret, version }: Lrs,
	method: 'POST' | 'PUT',
	path: string,
	body: Statement | readonly Statement[],
	nowMs: () => number,
	timeoutMs: number,
): Promise<Answer> {
	const headers = {
		Authorization: basicLogin(key, secret),
		'Content-Type': 'application/json',
		'X-Experience-API-Version': version,
	};
	const maxAnswerBytes = method === 'POST' ? MAX_ANSWER_BYTES : 0;
	const sent = { address: `${endpoint}/${path}`, method, headers, body: JSON.stringify(body), maxAnswerBytes };
	const { text, ...answer } = await requestTarget(sent, nowMs, timeoutMs);
	const ids = [body].flat().map(({ id }) => id);
	return { ...answer, isStored: isConfirmed(answer.status, method, text, ids) };
}

/**
 * Whether a store has all the statements: for a POST, it answers their ids. A login page or a proxy answers 200 too.
 * Source: xAPI 2.0, "POST Statements", https://opensource.ieee.org/xapi
 */
function isConfirmed(status: number | null, method: 'POST' | 'PUT', text: string, ids: readonly string[]): boolean {
	if (method === 'PUT') return status === 204;
	return status === 200 && confirms(parseJson(text), ids);
}
