import { MAX_CONNECTIONS } from '@/utils/core/measure/connection';
import { BEGUN_SEPARATOR, COUNTERS_EVENT, READ_COUNTERS_EVENT } from '@/utils/page/channel/events';
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
	/** The same with all counters at once: Firefox may not let them be read any more while the page is left. */
	push(): void;
	/** Something that counts once it ends has begun: the observer counts it, should it never hear of that end. */
	begin(name: string): void;
	/** It has ended. */
	end(name: string): void;
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
	/** How many of each name have begun and not ended. */
	const begun = new OwnMap<string, number>();
	const detailOf = reader(CustomEvent.prototype, 'detail');
	let isRead = false;

	const change = (name: string, by: number) => {
		const count = (begun.get(name) ?? 0) + by;
		if (count > 0) begun.set(name, count);
		else begun.delete(name);
	};
	const sendAll = () => {
		let lines = '';
		counters.forEach(({ count, receivedBytes, sentBytes, isPacked, mayBeCached }, name) => {
			lines += `${lines && '\n'}${name},${count},${receivedBytes},${sentBytes},${(isPacked ? 1 : 0) + (mayBeCached ? 2 : 0)}`;
		});
		let separator = BEGUN_SEPARATOR;
		begun.forEach((count, name) => {
			lines += `${separator}${name},${count},0,0,0`;
			separator = '\n';
		});
		channel.send(COUNTERS_EVENT, lines);
	};
	const notify = () => {
		if (!isRead) return;
		isRead = false;
		channel.send(COUNTERS_EVENT);
	};

	channel.on(READ_COUNTERS_EVENT, (event) => {
		quietly(beforeRead);
		isRead = true;
		if (detailOf(event as CustomEvent))
			counters.forEach((counter) => {
				counter.count = counter.receivedBytes = counter.sentBytes = 0;
			});
		sendAll();
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
		notify,
		push() {
			sendAll();
			notify();
		},
		begin(name) {
			change(name, 1);
			sendAll();
		},
		end: (name) => change(name, -1),
	};
}
