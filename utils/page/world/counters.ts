import { MAX_CONNECTIONS } from '@/utils/core/measure/connection';
import { COUNTERS_EVENT, READ_COUNTERS_EVENT } from '@/utils/page/channel/events';
import { quietly } from '@/utils/page/quietly';
import { matches, OwnMap, reader } from './natives';
import type { OfferedChannel } from './offer';

/** Totals so far of one name: see {@link COUNTERS_EVENT}. */
export interface Counter {
	count: number;
	receivedBytes: number;
	sentBytes: number;
	/** The bytes on the wire were others, since they were compressed. */
	isPacked: boolean;
	/** The cache may have answered: only network events show it. */
	mayBeCached: boolean;
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

const NOTHING: Counter = { count: 0, receivedBytes: 0, sentBytes: 0, isPacked: false, mayBeCached: false };
/** The frame's own counters, which are few, and the kind of any other. */
const OWN_NAME = /^(?:own|rtc|call|asked|again|image|answer|reasoned|large):/;
const PART_NAME = /^(?:part|stream):/;

/**
 * Creates the counters of a frame. They run no timer and send nothing until the observer reads them, so a frame that is not
 * observed costs no message. `onRead` is called after each reply, `beforeRead` before it.
 */
export function createCounters(channel: OfferedChannel, onRead: () => void, beforeRead = () => {}): Counters {
	const counters = new OwnMap<string, Counter>();
	const detailOf = reader(CustomEvent.prototype, 'detail');
	let isRead = false;

	channel.on(READ_COUNTERS_EVENT, (event) => {
		quietly(beforeRead);
		isRead = true;
		const isReset = Boolean(detailOf(event as CustomEvent));
		let lines = '';
		counters.forEach((counter, name) => {
			if (isReset) counter.count = counter.receivedBytes = counter.sentBytes = 0;
			const { count, receivedBytes, sentBytes, isPacked, mayBeCached } = counter;
			lines += `${lines && '\n'}${name},${count},${receivedBytes},${sentBytes},${(isPacked ? 1 : 0) + (mayBeCached ? 2 : 0)}`;
		});
		channel.send(COUNTERS_EVENT, lines);
		onRead();
	});
	return {
		counter(name) {
			const hasRoom = counters.size < MAX_CONNECTIONS - 1 || counters.has(name) || matches(OWN_NAME, name);
			const storedName = hasRoom ? name : matches(PART_NAME, name) ? 'part' : 'wss';
			const counter = counters.get(storedName) ?? { ...NOTHING };
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
			channel.send(COUNTERS_EVENT);
		},
	};
}
