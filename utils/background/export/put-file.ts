import { addressIn, isStored, lacksFolder, unstoredOutcome } from '@/utils/core/delivery/bucket';
import type { Attempt } from '@/utils/core/delivery/queue';
import type { Bucket } from '@/utils/core/schema/settings';
import { basicLogin, requestTarget, type TargetAnswer, TIMEOUT_MS } from './request';
import type { Report } from './week-sender';

/** A learner's file of a week. */
export interface BucketFile {
	/** Below the bucket's folder, `week=2026-W48/k3v9qa27mx0d.csv`. */
	readonly path: string;
	readonly text: string;
}

/** Enough to know whether a page follows. */
const MAX_ANSWER_BYTES = 1_000;
/** WebDAV's answer to making a folder that exists; also that of a server which knows no folders. */
const NOT_ALLOWED = 405;

/**
 * Puts files into a bucket or a WebDAV folder, and makes the folder of the week where the server says that it lacks it. A file sent again
 * takes the place of the one before. Never throws.
 */
export async function putFiles(
	bucket: Bucket,
	files: readonly BucketFile[],
	nowMs: () => number,
	report: Report,
	timeoutMs = TIMEOUT_MS,
): Promise<Attempt> {
	let [doneCount, lastStatus]: [number, number | null] = [0, null];
	for (const file of files) {
		const ask = (method: 'PUT' | 'MKCOL') => request(bucket, file, method, nowMs, timeoutMs);
		let answer = await ask('PUT');
		if (lacksFolder(answer.status)) {
			const { status } = await ask('MKCOL');
			const mayExist = status !== null && (status < 300 || status === NOT_ALLOWED);
			if (mayExist) answer = await ask('PUT');
		}
		const { status, retryAfterMs, text } = answer;
		if (status === null || !isStored(status, text.length)) {
			return { outcome: unstoredOutcome(status), status, retryAfterMs, doneCount };
		}
		lastStatus = status;
		await report(++doneCount);
	}
	return { outcome: 'sent', status: lastStatus, doneCount, retryAfterMs: null };
}

function request(
	{ folder, user, password }: Bucket,
	{ path, text }: BucketFile,
	method: 'PUT' | 'MKCOL',
	nowMs: () => number,
	timeoutMs: number,
): Promise<TargetAnswer> {
	const isFile = method === 'PUT';
	const address = addressIn(folder, isFile ? path : path.replace(/[^/]*$/, ''));
	const headers = {
		...((user || password) && { Authorization: basicLogin(user, password) }),
		...(isFile && { 'Content-Type': 'text/csv;charset=utf-8' }),
	};
	const sent = { address, method, headers, body: isFile ? text : null, maxAnswerBytes: MAX_ANSWER_BYTES };
	return requestTarget(sent, nowMs, timeoutMs);
}
