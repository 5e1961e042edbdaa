import type { Counter, Counters } from './counters';
import { afterConstruct, quietly } from './wrap';

const encoder = new TextEncoder();
/** `data: ` and a line end for each line; an empty line after the event; `event: ` and a line end for its name: HTML, 9.2.6. */
const LINE_BYTES = 7;
const EVENT_BYTES = 1;
const NAME_BYTES = 8;

/** Bytes of a server-sent event as servers usually write it. */
export function eventBytes(type: string, data: string): number {
	const lineCount = data.split('\n').length;
	const nameBytes = type === 'message' ? 0 : NAME_BYTES + type.length;
	return encoder.encode(data).length - (lineCount - 1) + lineCount * LINE_BYTES + EVENT_BYTES + nameBytes;
}

/** Counts the events of the frame's event streams: such a response stays open, and has no size until it ends. */
export function hookStreams({ counter: counterOf, notify }: Counters): void {
	const counters = new WeakMap<EventSource, Counter>();
	const listenedTypes = new WeakMap<EventSource, Set<string>>();
	const { addEventListener } = EventTarget.prototype;

	const count = (event: Event) =>
		quietly(() => {
			const counter = counters.get(event.target as EventSource);
			const { type, data } = event as MessageEvent<string>;
			if (!counter || typeof data !== 'string') return;
			counter.receivedBytes += eventBytes(type, data);
			notify();
		});
	const listen = (source: EventSource, type: string) => {
		const types = listenedTypes.get(source);
		if (!types || types.has(type)) return;
		types.add(type);
		addEventListener.call(source, type, count);
	};
	afterConstruct('EventSource', (source: EventSource) => {
		const counter = counterOf(`part:${source.url}`);
		counter.count++;
		counters.set(source, counter);
		listenedTypes.set(source, new Set());
		listen(source, 'message');
	});
	// Named events reach only listeners of that name, so listen where the page does. `EventSource` inherits the method.
	Object.defineProperty(EventSource.prototype, 'addEventListener', {
		configurable: true,
		writable: true,
		enumerable: true,
		value: new Proxy(addEventListener, {
			apply(add, source: EventSource, args) {
				quietly(() => listen(source, String(args[0])));
				return Reflect.apply(add, source, args);
			},
		}),
	});
}
