import { keyedLines } from '@/utils/core/measure/connection';
import { MAX_COUNTERS_LENGTH } from '@/utils/core/schema/names';
import { COUNTERS_EVENT, READ_COUNTERS_EVENT } from '@/utils/page/channel/events';
import type { TakenChannel } from '@/utils/page/channel/take';

/**
 * Reads the counters of the hooks in the page's own world (WebSockets, peer connections, uploads...). Where the hooks are
 * present they reply before `dispatchEvent` returns; elsewhere the report stays ''. The page may have changed what they count,
 * so the background checks the reply (`parseConnections`). It is cut at {@link MAX_COUNTERS_LENGTH}, and its addresses are replaced by
 * their keys here.
 */
export class ConnectionWatch {
	#report = '';
	readonly #channel: TakenChannel;
	readonly #listening = new AbortController();

	constructor(channel: TakenChannel, onChange: () => void) {
		this.#channel = channel;
		const onCounters = (event: Event) => {
			const { detail } = event as CustomEvent<unknown>;
			if (typeof detail === 'string') this.#report = keyedLines(detail.slice(0, MAX_COUNTERS_LENGTH));
			else onChange();
		};
		channel.whenTaken((node) => {
			node.addEventListener(COUNTERS_EVENT, onCounters, { signal: this.#listening.signal });
			// From now on they notify of changes.
			onChange();
		});
	}

	/** Totals so far, one line per counter. With 'reset' the totals start again at 0. */
	read(order?: 'reset'): string {
		this.#channel.send(READ_COUNTERS_EVENT, order);
		return this.#report;
	}

	/** Starts at 0 for another visit of the same document. */
	reset(): void {
		this.read('reset');
	}

	stop(): void {
		this.#listening.abort();
	}
}
