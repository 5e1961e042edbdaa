// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANSWER, PIECES } from '@/tests/page/world/answer-parts';
import { counted, counters } from '@/tests/page/world/page-counters';
import { FakeSocket } from '@/tests/page/world/page-world-rig';
import { hookLeaving } from '@/utils/page/world/answers/answer';
import { hookAnswerSockets } from '@/utils/page/world/answers/sockets';

const ADDRESS = 'wss://copilot.microsoft.com/c/api/chat?accessToken=jeton-secret-42';
const PROMPT = JSON.stringify({ event: 'send', content: [{ type: 'text', text: 'coquelicot' }] });
/** Microsoft 365 Copilot, whose SignalR keeps the connection open. */
const SIGNALR_ADDRESS = 'wss://substrate.office.com/m365Copilot/Chathub/id?access_token=jeton-secret-42';
const SIGNALR_PROMPT = `${JSON.stringify({ type: 4, target: 'chat', arguments: [] })}\u001e`;
const SIGNALR_PING = '{"type":6}\u001e';
const SECONDS_OF_SILENCE = 361;

// The clock of the page is that of the test.
vi.mock('@/utils/page/world/natives', async (original) => ({ ...(await original<object>()), now: () => Date.now() }));

const { send } = FakeSocket.prototype;

/** A socket on which a prompt was sent. */
function ask(address = ADDRESS, prompt = PROMPT): FakeSocket {
	const socket = new FakeSocket(address);
	socket.open();
	socket.send(prompt);
	return socket;
}
const receive = (socket: FakeSocket, frames: readonly object[]) => {
	for (const frame of frames) socket.receive(JSON.stringify(frame));
};
const TEXT = PIECES.map((text) => ({ event: 'appendText', text }));
const wait = (seconds: number) => vi.advanceTimersByTime(seconds * 1_000);
const counts = () => ({
	asked: counted.get('asked:gpt')?.count ?? 0,
	read: counted.get('answer:gpt')?.count ?? 0,
	characters: counted.get('answer:gpt')?.receivedBytes ?? null,
});

beforeEach(() => {
	vi.useFakeTimers();
	counted.clear();
	vi.stubGlobal('WebSocket', FakeSocket);
	hookAnswerSockets(counters);
	hookLeaving();
});
afterEach(() => {
	dispatchEvent(new Event('pagehide'));
	FakeSocket.prototype.send = send;
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

describe('an answer on a socket', () => {
	it('is read until it says that it is done', () => {
		receive(ask(), [...TEXT, { event: 'done' }]);
		expect(counts()).toEqual({ asked: 1, read: 1, characters: ANSWER.length });
	});

	it('was asked for, with what came of it, where the page is left before it is done', () => {
		receive(ask(), TEXT.slice(0, 3));
		expect(counts().asked).toBe(0);
		dispatchEvent(new Event('pagehide'));
		expect(counts()).toEqual({
			asked: 1,
			read: 1,
			characters: TEXT.slice(0, 3).reduce((sum, { text }) => sum + text.length, 0),
		});
		dispatchEvent(new Event('pagehide'));
		expect(counts().asked).toBe(1);
	});

	it('is read after a silence where its end is written otherwise', () => {
		const socket = ask();
		receive(socket, [...TEXT, { event: 'finished' }]);
		wait(SECONDS_OF_SILENCE);
		expect(counts()).toEqual({ asked: 1, read: 1, characters: ANSWER.length });
		wait(SECONDS_OF_SILENCE);
		expect(counts().asked).toBe(1);
	});

	it('is read after a silence in which the connection is kept open', () => {
		const text = { type: 1, target: 'update', arguments: [{ messages: [{ author: 'bot', text: ANSWER }] }] };
		const socket = ask(SIGNALR_ADDRESS, SIGNALR_PROMPT);
		socket.receive(`${JSON.stringify(text)}\u001e${SIGNALR_PING}`);
		for (let seconds = 0; seconds < SECONDS_OF_SILENCE; seconds += 15) {
			wait(15);
			socket.receive(SIGNALR_PING);
		}
		expect(counts()).toEqual({ asked: 1, read: 1, characters: ANSWER.length });
	});

	it('is one with what comes after a pause of a minute, or of any length', () => {
		const socket = ask();
		receive(socket, [{ event: 'appendText', text: 'Je cherche…' }]);
		wait(60);
		expect(counts().asked).toBe(0);
		receive(socket, TEXT.slice(0, 2));
		wait(SECONDS_OF_SILENCE);
		expect(counts()).toMatchObject({ asked: 1, read: 1 });
		receive(socket, TEXT.slice(2, -1));
		expect(counts().characters).toBeLessThan('Je cherche…'.length + ANSWER.length);
		socket.receive([TEXT.at(-1), { event: 'done' }].map((frame) => JSON.stringify(frame)).join('\u001e'));
		const whole = { asked: 1, read: 1, characters: 'Je cherche…'.length + ANSWER.length };
		expect(counts()).toEqual(whole);
		socket.dispatchEvent(new Event('close'));
		expect(counts()).toEqual(whole);
	});

	it('is unread after a silence before its first word, until that comes', () => {
		const socket = ask();
		receive(socket, [{ event: 'received' }, { event: 'ping' }]);
		wait(SECONDS_OF_SILENCE);
		expect(counts()).toEqual({ asked: 1, read: 0, characters: null });
		receive(socket, TEXT);
		expect(counts()).toEqual({ asked: 1, read: 1, characters: ANSWER.length });
	});

	it('took as long as its pieces came, without the silence after them', () => {
		const socket = ask();
		wait(5);
		receive(socket, TEXT.slice(0, 3));
		wait(SECONDS_OF_SILENCE);
		expect(counted.get('answer:gpt')?.sentBytes).toBe(5_000);
		receive(socket, TEXT.slice(3));
		expect(counted.get('answer:gpt')?.sentBytes).toBe((5 + SECONDS_OF_SILENCE) * 1_000);
	});

	it('is not cut where it comes slowly', () => {
		const socket = ask();
		for (const frame of TEXT) {
			receive(socket, [frame]);
			wait(179);
		}
		expect(counts().asked).toBe(0);
		receive(socket, [{ event: 'done' }]);
		expect(counts()).toEqual({ asked: 1, read: 1, characters: ANSWER.length });
	});

	it.each([
		['binary', [new ArrayBuffer(40), new Blob(['x']), new Uint8Array(3)]],
		['no JSON', ['', '\u001e', '{', '42["message",{"text":"', 'null', '[]', '"done"']],
		['of a shape nobody knows', [JSON.stringify({ kind: 'tok', t: 'glucose' }), JSON.stringify({ event: null })]],
		['nothing at all', []],
	] as const)('that is %s was asked for, without a size, and throws nothing', (_what, messages) => {
		const socket = ask();
		for (const message of messages) expect(() => socket.receive(message)).not.toThrow();
		wait(SECONDS_OF_SILENCE);
		expect(counts()).toEqual({ asked: 1, read: 0, characters: null });
	});

	it('ends with its socket, and with the next prompt on it', () => {
		const socket = ask();
		receive(socket, TEXT);
		socket.send(PROMPT);
		expect(counts()).toMatchObject({ asked: 1, read: 1 });
		socket.dispatchEvent(new Event('close'));
		expect(counts()).toEqual({ asked: 2, read: 1, characters: ANSWER.length });
	});

	it('counts nothing at another address, nor what is no prompt', () => {
		ask('wss://copilot.microsoft.com.evil.example/c/api/chat');
		const socket = new FakeSocket(ADDRESS);
		socket.open();
		for (const data of ['{"event":"setOptions"}', new ArrayBuffer(9), '']) socket.send(data);
		wait(SECONDS_OF_SILENCE);
		expect(counted.size).toBe(0);
	});
});
