// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANSWER, type AnswerStream } from '@/tests/page/world/answer-parts';
import { ANSWER_STREAMS } from '@/tests/page/world/answer-streams';
import { counted, counters } from '@/tests/page/world/page-counters';
import { hookAnswerRequests } from '@/utils/page/world/answers/requests';

const STREAM = ANSWER_STREAMS['DeepSeek, fragments'] as AnswerStream;
const GEMINI = ANSWER_STREAMS.Gemini as AnswerStream;

/** An XMLHttpRequest whose answer the test writes, with the events of https://xhr.spec.whatwg.org. */
function fakeClass() {
	return class extends EventTarget {
		responseURL = '';
		responseType = '';
		responseText = '';
		response: unknown = null;
		status = 0;
		readyState = 1;
		#type = '';

		getResponseHeader(): string {
			return this.#type;
		}

		send(): void {
			this.dispatchEvent(new Event('loadstart'));
		}

		/** The beginning of an answer. */
		receive({ url, type, text }: AnswerStream, status = 200): void {
			Object.assign(this, { responseURL: url, responseText: text, status });
			this.#type = type;
			this.#move(2);
			this.#move(3);
			this.dispatchEvent(new Event('progress'));
		}

		#move(readyState: number): void {
			this.readyState = readyState;
			this.dispatchEvent(new Event('readystatechange'));
		}

		load(): void {
			this.dispatchEvent(new Event('load'));
			this.dispatchEvent(new Event('loadend'));
		}

		abort(): void {
			this.fail('abort');
		}

		/** Forgets all that came. */
		fail(how: 'abort' | 'error' | 'timeout'): void {
			Object.assign(this, { responseURL: '', responseText: '', status: 0 });
			this.#type = '';
			this.#move(4);
			this.dispatchEvent(new Event(how));
			this.dispatchEvent(new Event('loadend'));
		}
	};
}

let Fake = fakeClass();
const ask = () => {
	const request = new Fake();
	request.send();
	return request;
};
/** The first so many characters of a stream. */
const part = (stream: AnswerStream, length: number) => ({ ...stream, text: stream.text.slice(0, length) });
const counts = (family = 'deepseek') => ({
	asked: counted.get(`asked:${family}`)?.count ?? 0,
	read: counted.get(`answer:${family}`)?.count ?? 0,
	characters: counted.get(`answer:${family}`)?.receivedBytes ?? null,
});
const NOTHING = { asked: 0, read: 0, characters: null };
const leave = () => dispatchEvent(new Event('pagehide'));

beforeEach(() => {
	counted.clear();
	Fake = fakeClass();
	vi.stubGlobal('XMLHttpRequest', Fake);
	hookAnswerRequests(counters);
});
afterEach(() => {
	leave();
	vi.unstubAllGlobals();
});

describe('an answer of an XMLHttpRequest', () => {
	it('is counted once it is complete', () => {
		const request = ask();
		request.receive(part(STREAM, 300));
		expect(counts()).toEqual(NOTHING);
		request.receive(STREAM);
		request.load();
		leave();
		expect(counts()).toEqual({ asked: 1, read: 1, characters: ANSWER.length });
	});

	it.each([
		['is stopped', (request: { abort(): void }) => request.abort()],
		['is broken off by the page being left', leave],
	])('that %s counts with what came', (_title, breakOff) => {
		const request = ask();
		request.receive(part(STREAM, 300));
		breakOff(request);
		const { asked, read, characters } = counts();
		expect({ asked, read }).toEqual({ asked: 1, read: 1 });
		expect(characters).toBeGreaterThan(0);
		expect(characters).toBeLessThan(ANSWER.length);
		// A page that comes back from the cache may get the rest.
		request.receive(STREAM);
		request.load();
		leave();
		expect(counts()).toEqual({ asked, read, characters });
	});

	it.each(['error', 'timeout'] as const)('that an %s breaks off was asked for, and is unread', (how) => {
		for (const responseType of ['', 'text', 'json', 'arraybuffer']) {
			counted.clear();
			const request = ask();
			request.responseType = responseType;
			request.receive(part(STREAM, 300));
			request.fail(how);
			leave();
			expect(counts(), responseType).toEqual({ asked: 1, read: 0, characters: null });
			// The same object is used again.
			request.send();
			request.responseType = '';
			request.receive(STREAM);
			request.load();
			expect(counts(), responseType).toEqual({ asked: 2, read: 1, characters: ANSWER.length });
		}
	});

	it.each(['error', 'timeout'] as const)('that an %s breaks off before its head counts nothing', (how) => {
		ask().fail(how);
		const request = ask();
		request.receive(STREAM, 500);
		request.fail(how);
		expect(counted.size).toBe(0);
	});

	it('was asked for where it is stopped before its first piece', () => {
		const request = ask();
		request.receive(part(STREAM, 0));
		request.abort();
		expect(counts()).toEqual({ asked: 1, read: 0, characters: null });
	});

	it('has the longest of the texts that repeat what came before, where it is stopped', () => {
		const request = ask();
		request.receive(part(GEMINI, GEMINI.text.length - 60));
		request.abort();
		expect(counts('gemini')).toMatchObject({ asked: 1, read: 1 });
	});

	it.each([
		['was refused', (request: InstanceType<typeof Fake>) => request.receive(STREAM, 429)],
		['has not begun', () => {}],
		[
			'is of no assistant',
			(request: InstanceType<typeof Fake>) => request.receive({ ...STREAM, url: 'https://lms.example/' }),
		],
	])('that %s counts nothing where it is stopped', (_title, receive) => {
		const request = ask();
		receive(request);
		request.abort();
		expect(counted.size).toBe(0);
	});

	it('is counted again where the page uses the object again, and not where it only calls abort', () => {
		const request = ask();
		for (const count of [1, 2]) {
			request.receive(STREAM);
			request.load();
			request.abort();
			expect(counts()).toEqual({ asked: count, read: count, characters: count * ANSWER.length });
			request.send();
		}
	});
});
