import { type AskingSocket, socketAt } from '@/utils/core/assistants/addresses';
import { quietly } from '@/utils/page/quietly';
import type { Counters } from '@/utils/page/world/counters';
import { apply, caller, exec, listen, matches, OwnWeakMap, reader } from '@/utils/page/world/natives';
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
/** SignalR: the call is complete. https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/HubProtocol.md */
const COMPLETION = 3;
/** An answer of which nothing came for one to two such times is over: the site may have changed how it ends. */
const SILENT_MS = 30_000;

interface Talk {
	/** Null where the socket is not an assistant's. */
	readonly socket: AskingSocket | null;
	/** The answer that comes; null between two. */
	answer: Answer | null;
	/** A message came since the last look. */
	isHeard: boolean;
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
	const endInSilence = (talk: Talk, answer: Answer) => {
		const look = () => {
			if (talk.answer !== answer) return;
			if (!talk.isHeard) return finish(talk, true);
			talk.isHeard = false;
			apply(start, globalThis, [() => quietly(look), SILENT_MS]);
		};
		talk.isHeard = true;
		look();
	};

	const receive = (talk: Talk, data: unknown) => {
		const { answer } = talk;
		talk.isHeard = true;
		if (!answer || typeof data !== 'string') return;
		answer.begin(growth);
		answer.receivedCharacters += data.length;
		eachMessage(data, (message) => {
			noteFrame(answer.counts, message);
			if (own(message, 'event') !== 'done' && own(message, 'type') !== COMPLETION) return;
			finish(talk, true);
		});
	};
	const register = (self: WebSocket): Talk => {
		const known = talks.get(self);
		if (known) return known;
		const talk: Talk = { socket: socketAt(addressOf(self), exec), answer: null, isHeard: false };
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
		endInSilence(talk, answer);
	});
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
