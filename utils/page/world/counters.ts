import { MAX_CONNECTIONS } from '@/utils/core/measure/connection';
import { COUNTERS_EVENT, READ_COUNTERS_EVENT } from './events';

/** Totals so far of one name: see {@link COUNTERS_EVENT}. */
export interface Counter {
	count: number;
	receivedBytes: number;
	sentBytes: number;
	/** The bytes on the wire may have been others, since they were compressed or came from the cache. */
	isEstimate: boolean;
}

/** What the hooks of one frame's page world have counted. */
export interface Counters {
	/** The counter of a name, created if it does not exist. */
	counter(name: string): Counter;
	/** The caller has finished with this counter: it is deleted if it is empty, so that other addresses find room. */
	release(name: string): void;
	/** Notifies the observer that a counter has changed. */
	notify(): void;
}

/** The frame's own counters, which are few. */
const OWN_NAME = /^(?:own|rtc|call):/;

/**
 * Creates the counters of a frame. They run no timer and send nothing until the observer reads them, so a frame that is not
 * observed costs no message. `onRead` is called after each reply. Null when the frame has counters already.
 */
export function createCounters(onRead: () => void): Counters | null {
	const counters = new Map<string, Counter>();
	let isRead = false;
	// Captured first: the page may replace them later.
	const dispatch = document.dispatchEvent.bind(document);
	const NativeEvent = CustomEvent;

	if (!dispatch(new NativeEvent(READ_COUNTERS_EVENT, { cancelable: true }))) return null;
	document.addEventListener(READ_COUNTERS_EVENT, (event) => {
		event.preventDefault();
		isRead = true;
		if ((event as CustomEvent).detail) {
			for (const counter of counters.values()) counter.count = counter.receivedBytes = counter.sentBytes = 0;
		}
		const lines = [...counters].map(([name, { count, receivedBytes, sentBytes, isEstimate }]) =>
			[name, count, receivedBytes, sentBytes, isEstimate ? 1 : 0].join(),
		);
		dispatch(new NativeEvent(COUNTERS_EVENT, { detail: lines.join('\n') }));
		onRead();
	});
	return {
		counter(name) {
			const hasRoom = counters.size < MAX_CONNECTIONS - 1 || counters.has(name) || OWN_NAME.test(name);
			const storedName = hasRoom ? name : (name.split(':')[0] as string);
			const counter = counters.get(storedName) ?? { count: 0, receivedBytes: 0, sentBytes: 0, isEstimate: false };
			counters.set(storedName, counter);
			return counter;
		},
		release(name) {
			const { count = 0, receivedBytes = 0 } = counters.get(name) ?? {};
			if (count <= 0 && receivedBytes <= 0) counters.delete(name);
		},
		notify() {
			if (!isRead) return;
			isRead = false;
			dispatch(new NativeEvent(COUNTERS_EVENT));
		},
	};
}
