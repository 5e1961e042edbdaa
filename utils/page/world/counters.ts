import { MAX_CONNECTIONS } from '@/utils/core/measure/connection';
import { ASK_EVENT, SAY_EVENT } from './events';

/** Totals so far of one address or statistic: connections, bytes received, bytes sent, 1 when the wire may have carried others (compressed). */
export type Line = [count: number, receivedBytes: number, sentBytes: number, isPacked: 0 | 1];

/** What the hooks of one frame's page world have counted, and how they tell of it. */
export interface Counters {
	/** The line of a name, made when it is not there yet. */
	line(name: string): Line;
	/** Nothing more comes on the line of this name from who asked for it; it goes once it holds nothing, so that others find room. */
	forget(name: string): void;
	/** Lets the observer know that it is worth asking again. */
	grow(): void;
}

/**
 * It only adds up, without timer or message, until the observer of this frame asks; a frame that nobody observes is never
 * told anything. `onAsk` is called after each answer. Null when another tally answers in this frame already.
 */
export function createCounters(onAsk: () => void): Counters | null {
	const lines = new Map<string, Line>();
	let isAsked = false;
	// The page may replace its own later.
	const say = document.dispatchEvent.bind(document);
	const Event = CustomEvent;

	if (!say(new Event(ASK_EVENT, { cancelable: true }))) return null;
	document.addEventListener(ASK_EVENT, (event) => {
		event.preventDefault();
		isAsked = true;
		if ((event as CustomEvent).detail) for (const line of lines.values()) line.fill(0, 0, 3);
		// Lists in a list: their commas come by themselves.
		say(new Event(SAY_EVENT, { detail: [...lines].join('\n') }));
		onAsk();
	});
	return {
		line(name) {
			// The frame's own names are few.
			const isStored = lines.size < MAX_CONNECTIONS - 1 || lines.has(name) || /^(?:own|rtc|call):/.test(name);
			const known = isStored ? name : (name.split(':')[0] as string);
			const line: Line = lines.get(known) ?? [0, 0, 0, 0];
			lines.set(known, line);
			return line;
		},
		forget(name) {
			const [count = 0, receivedBytes = 0] = lines.get(name) ?? [];
			if (count <= 0 && receivedBytes <= 0) lines.delete(name);
		},
		grow() {
			if (!isAsked) return;
			isAsked = false;
			say(new Event(SAY_EVENT));
		},
	};
}
