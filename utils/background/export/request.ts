import { retryAfterMs } from '@/utils/core/delivery/queue';

/** After this long without an answer the request is tried again later; Chrome stops a background that waits 30 s. */
export const TIMEOUT_MS = 20_000;

/** A request to a target that the user set up or agreed to. */
export interface TargetRequest {
	readonly address: string;
	readonly method: 'POST' | 'PUT' | 'MKCOL';
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | null;
	/** Most bytes of the answer that are read. */
	readonly maxAnswerBytes: number;
}

/** How it ended: status null where no answer came; the start of the answer's text. */
export interface TargetAnswer {
	readonly status: number | null;
	readonly retryAfterMs: number | null;
	readonly text: string;
}

/** Sends one request: all that the extension ever sends goes through here. Never throws. */
export async function requestTarget(
	{ address, method, headers, body, maxAnswerBytes }: TargetRequest,
	nowMs: () => number,
	timeoutMs: number,
): Promise<TargetAnswer> {
	try {
		const response = await fetch(address, {
			method,
			headers,
			body,
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
			text: await startOf(response, maxAnswerBytes),
		};
	} catch {
		// No answer: refused, interrupted, too slow, or redirected. The browsers do not reveal which.
		return { status: null, retryAfterMs: null, text: '' };
	}
}

/** The start of an answer, at most so many bytes: a server may answer without end. */
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

/** The header of a user and a password (RFC 7617). */
export function basicLogin(user: string, password: string): string {
	return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)))}`;
}
