import { quietly } from '@/utils/page/quietly';
import type { Counter, Counters } from './counters';
import { caller, listen, OwnMap, OwnWeakMap, reader, targetOf, textBytes } from './natives';
import { afterConstruct, beforeCall } from './wrap';

/** `data: ` and a line end for each line; an empty line after the event; `event: ` and a line end for its name: HTML, 9.2.6. */
const LINE_BYTES = 7;
const EVENT_BYTES = 1;
const NAME_BYTES = 8;

const indexOf = caller(String.prototype, 'indexOf');

/** Bytes of a server-sent event as servers usually write it. */
export function eventBytes(type: string, data: string): number {
	let lineCount = 1;
	for (let index = indexOf(data, '\n'); index >= 0; index = indexOf(data, '\n', index + 1)) lineCount++;
	const nameBytes = type === 'message' ? 0 : NAME_BYTES + type.length;
	return textBytes(data) - (lineCount - 1) + lineCount * LINE_BYTES + EVENT_BYTES + nameBytes;
}

/** An event stream: the counter of its address, and the bytes of its current connection in it. */
interface Stream {
	readonly counter: Counter;
	bytes: number;
}

/** Counts the events of the frame's event streams: such a response stays open, and has no size until it ends. */
export function hookStreams({ counter: counterOf, notify }: Counters): void {
	const streams = new OwnWeakMap<EventTarget, Stream>();
	const listenedTypes = new OwnWeakMap<EventTarget, Map<string, boolean>>();
	const ownAddresses = `${location.origin}/`;
	const addressOf = reader(EventSource.prototype, 'url');
	const typeOf = reader(Event.prototype, 'type');
	const dataOf = reader(MessageEvent.prototype, 'data');

	const count = (event: Event) =>
		quietly(() => {
			const stream = streams.get(targetOf(event) as EventSource);
			const data = dataOf(event as MessageEvent<unknown>);
			if (!stream || typeof data !== 'string') return;
			const bytes = eventBytes(typeOf(event), data);
			stream.bytes += bytes;
			stream.counter.receivedBytes += bytes;
			notify();
		});
	const listenTo = (source: EventTarget, type: unknown) => {
		const types = listenedTypes.get(source);
		if (!types || typeof type !== 'string' || types.has(type)) return;
		types.set(type, true);
		listen(source, type, count);
	};
	afterConstruct(['EventSource'], (source: EventSource) => {
		const address = addressOf(source);
		const counter = counterOf(`stream:${address}`);
		counter.count++;
		const stream: Stream = { counter, bytes: 0 };
		streams.set(source, stream);
		listenedTypes.set(source, new OwnMap());
		listenTo(source, 'message');
		// A stream that ends is opened again. Of the page's own origin, Resource Timing then has the size of what ended.
		const isOwn = indexOf(address, ownAddresses) === 0;
		let isAgain = false;
		listen(source, 'open', () => {
			if (isAgain && isOwn) {
				counter.receivedBytes -= stream.bytes;
				stream.bytes = 0;
			} else if (isAgain) counter.count++;
			isAgain = true;
		});
	});
	// Named events reach only listeners of that name, so listen where the page does. The method stays on the class that has it:
	// libraries such as zone.js replace it there.
	beforeCall(EventTarget.prototype, 'addEventListener', (source, args) => listenTo(source, args[0]));
}
