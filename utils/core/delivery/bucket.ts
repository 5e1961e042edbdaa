import { safeAddress } from './address';
import { type Attempt, outcomeOf } from './queue';

/**
 * The folder in a text that a person typed: https, or http to this machine, without a slash at the end of its path; a query, which signs the
 * address, stays. Null for anything else, and for the address of one file, in which every week would replace the one before.
 */
export function folderOf(text: string): string | null {
	const address = safeAddress(text);
	if (!address || /\.(csv|json|txt|gz|zip|parquet)\/*$/i.test(address.pathname)) return null;
	return `${address.origin}${address.pathname.replace(/\/+$/, '')}${address.search}`;
}

/** What of a folder's address may be shown and stored with an answer: without the query, which may be a secret. */
export function publicPart(folder: string): string {
	return folder.replace(/\?.*$/s, '');
}

/** The address of a file below a folder, `week=2026-W48/k3v9qa27mx0d.csv`; the folder's query stays at its end. */
export function addressIn(folder: string, path: string): string {
	const [start, query] = folder.split(/\?(.*)/s);
	return `${start}/${path}${query === undefined ? '' : `?${query}`}`;
}

/** Where a learner's file of a week lies: every engine reads such folders as a column. */
export function pathOf(week: string, source: string): string {
	return `week=${week}/${source}.csv`;
}

/**
 * Whether an answer to a PUT confirms the file: 201 and 204, or 200 without a page. A login page is answered with 200, too.
 * Sources: RFC 9110, 9.3.4; S3 PutObject answers 200 and an empty body.
 */
export function isStored(status: number, bodyLength: number): boolean {
	return status === 201 || status === 204 || (status === 200 && bodyLength === 0);
}

/** Statuses of a server that has no folder of that name yet (RFC 4918, 9.7.1, names 409). */
export function lacksFolder(status: number | null): boolean {
	return status === 404 || status === 409;
}

/** A conflict with another request, and a file that is locked while somebody has it open (RFC 4918, 11.3). */
const BUSY = [409, 423];

/** How a PUT ended that was not confirmed; with 412 the file is there and may not be replaced. */
export function unstoredOutcome(status: number | null): Attempt['outcome'] {
	if (status === 412) return 'kept';
	return status !== null && BUSY.includes(status) ? 'later' : outcomeOf(status);
}
