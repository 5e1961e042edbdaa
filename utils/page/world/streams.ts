import type { Counters, Line } from './counters';
import { quietly, wrap } from './wrap';

const encoder = new TextEncoder();
/** `data: ` before each line and a line's end after it; an empty line after the event; `event: ` before its name: HTML, 9.2.6. */
const LINE_BYTES = 7;
const EVENT_BYTES = 1;
const NAME_BYTES = 8;

/** Bytes of a server-sent event as servers write it. */
export function eventBytes(type: string, data: string): number {
	const lineCount = data.split('\n').length;
	const nameBytes = type === 'message' ? 0 : NAME_BYTES + type.length;
	return encoder.encode(data).length - (lineCount - 1) + lineCount * LINE_BYTES + EVENT_BYTES + nameBytes;
}

/** Counts the events of this frame's event streams, which stay open and tell nobody their size while they are. */
export function hookStreams({ line: lineNamed, grow }: Counters): void {
	const lines = new WeakMap<EventSource, Line>();
	const heard = new WeakMap<EventSource, Set<string>>();
	const { addEventListener } = EventTarget.prototype;

	const count = (event: Event) =>
		quietly(() => {
			const line = lines.get(event.target as EventSource);
			const { type, data } = event as MessageEvent<string>;
			if (!line || typeof data !== 'string') return;
			line[1] += eventBytes(type, data);
			grow();
		});
	const hear = (source: EventSource, type: string) => {
		const types = heard.get(source);
		if (!types || types.has(type)) return;
		types.add(type);
		addEventListener.call(source, type, count);
	};
	wrap(globalThis, 'EventSource', {
		construct(Native, args, newTarget) {
			const source: EventSource = Reflect.construct(Native, args, newTarget);
			quietly(() => {
				const line = lineNamed(`part:${source.url}`);
				line[0]++;
				lines.set(source, line);
				heard.set(source, new Set());
				hear(source, 'message');
			});
			return source;
		},
	});
	// Events of a name of their own are heard only by who asks for that name; `EventSource` inherits its way of asking.
	Object.defineProperty(EventSource.prototype, 'addEventListener', {
		configurable: true,
		writable: true,
		enumerable: true,
		value: new Proxy(addEventListener, {
			apply(add, source: EventSource, args) {
				quietly(() => hear(source, String(args[0])));
				return Reflect.apply(add, source, args);
			},
		}),
	});
}
