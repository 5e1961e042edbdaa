import { type AskingSocket, socketAt } from '@/utils/core/assistants/addresses';
import { quietly } from '@/utils/page/quietly';
import type { Counters } from '@/utils/page/world/counters';
import { apply, caller, exec, listen, matches, now, OwnWeakMap, reader } from '@/utils/page/world/natives';
import { beforeCall } from '@/utils/page/world/wrap';
import { Answer } from './answer';
import { own } from './answer-counts';
import type { GrowthWatch } from './growth';
import { noteFrame } from './shapes';

const { parse } = JSON;
const slice = caller(String.prototype, 'slice');
const indexOf = caller(String.prototype, 'indexOf');

/** Between the messages of a SignalR frame. */
const SEPARATOR = '\u001e';
/**
 * Types of SignalR's messages: the call is complete; the connection is kept open.
 * https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/HubProtocol.md
 */
const COMPLETION = 3;
const PING = 6;
/** Names of events that keep a connection open. */
const KEEP_ALIVE = /^p[io]ng$/;
/**
 * An answer of which nothing came for one to two such times counts with what came: the site may have changed how it ends. What comes later is
 * added to it.
 */
const SILENT_MS = 180_000;

interface Talk {
	/** Null where the socket is not an assistant's. */
	readonly socket: AskingSocket | null;
	/** The answer that comes; null between two. */
	answer: Answer | null;
	/** A message other than a keep-alive came since the last check. */
	isActive: boolean;
	/** When the newest of these messages came, in milliseconds of the page's clock. */
	messageMs: number;
}

/** Counts the prompts that the page sends to an assistant's socket, and the answers. The socket's address is matched, never stored. */
export function hookAnswerSockets(counters: Counters, growth?: GrowthWatch): void {
	const { prototype } = WebSocket;
	const addressOf = reader(prototype, 'url');
	const dataOf = reader(MessageEvent.prototype, 'data');
	const { setTimeout: start } = globalThis;
	const talks = new OwnWeakMap<WebSocket, Talk>();

	const finish = (talk: Talk, isComplete: boolean) => {
		const { answer } = talk;
		talk.answer = null;
		answer?.end(isComplete);
	};
	const noteActivity = (talk: Talk) => {
		talk.isActive = true;
		talk.messageMs = now();
	};
	const endWhenSilent = (talk: Talk, answer: Answer) => {
		const check = () => {
			if (talk.answer !== answer) return;
			// Whether it is complete is not known: the text of the page does not count as its size.
			if (!talk.isActive) return answer.end(false, talk.messageMs);
			talk.isActive = false;
			apply(start, globalThis, [() => quietly(check), SILENT_MS]);
		};
		noteActivity(talk);
		check();
	};

	const receive = (talk: Talk, data: unknown) => {
		const { answer } = talk;
		if (!answer || typeof data !== 'string') return;
		answer.begin(growth);
		answer.receivedCharacters += data.length;
		eachMessage(data, (message) => {
			if (isKeepAlive(message)) return;
			noteActivity(talk);
			noteFrame(answer.counts, message);
			if (own(message, 'event') !== 'done' && own(message, 'type') !== COMPLETION) return;
			finish(talk, true);
		});
		answer.countLate();
	};
	const register = (self: WebSocket): Talk => {
		const known = talks.get(self);
		if (known) return known;
		const talk: Talk = { socket: socketAt(addressOf(self), exec), answer: null, isActive: false, messageMs: 0 };
		talks.set(self, talk);
		if (talk.socket) {
			listen(self, 'message', (event) => quietly(() => receive(talk, dataOf(event as MessageEvent))));
			listen(self, 'close', () => quietly(() => finish(talk, false)));
		}
		return talk;
	};
	beforeCall(prototype, 'send', (self: WebSocket, args) => {
		const talk = register(self);
		const data = args[0];
		if (!talk.socket || typeof data !== 'string' || !matches(talk.socket.prompt, data)) return;
		finish(talk, false);
		const answer = new Answer({ asked: 'prompt', family: talk.socket.family }, counters);
		talk.answer = answer;
		endWhenSilent(talk, answer);
	});
}

/** Whether a message only keeps the connection open, and says nothing of an answer. */
function isKeepAlive(message: unknown): boolean {
	const event = own(message, 'event');
	return own(message, 'type') === PING || (typeof event === 'string' && matches(KEEP_ALIVE, event));
}

/** Calls `note` with each JSON value in a message. */
function eachMessage(data: string, note: (message: unknown) => void): void {
	let start = 0;
	while (start < data.length) {
		const next = indexOf(data, SEPARATOR, start);
		const end = next < 0 ? data.length : next;
		quietly(() => note(parse(slice(data, start, end))));
		start = end + 1;
	}
}
