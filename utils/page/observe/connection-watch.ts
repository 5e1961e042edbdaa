import { keyedLines } from '@/utils/core/measure/connection';
import { MAX_COUNTERS_LENGTH } from '@/utils/core/schema/names';
import { BEGUN_SEPARATOR, COUNTERS_EVENT, READ_COUNTERS_EVENT } from '@/utils/page/channel/events';
import type { TakenChannel } from '@/utils/page/channel/take';

/**
 * Reads the counters of the hooks in the page's own world (WebSockets, peer connections, uploads...). Where the hooks are
 * present they reply before `dispatchEvent` returns; elsewhere the report stays ''. The page may have changed what they count,
 * so the background checks the reply (`parseConnections`). It is cut at {@link MAX_COUNTERS_LENGTH}, and its addresses are replaced by
 * their keys here.
 */
export class ConnectionWatch {
	#report = '';
	/** What has begun and not ended, as lines of the same shape. */
	#begun = '';
	#isAnswered = false;
	readonly #channel: TakenChannel;
	readonly #listening = new AbortController();

	constructor(channel: TakenChannel, onChange: () => void) {
		this.#channel = channel;
		const onCounters = (event: Event) => {
			const { detail } = event as CustomEvent<unknown>;
			if (typeof detail === 'string') this.#note(detail.slice(0, MAX_COUNTERS_LENGTH));
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
		this.#isAnswered = false;
		this.#channel.send(READ_COUNTERS_EVENT, order);
		return this.#report;
	}

	/**
	 * The totals of a page that is left. Firefox may run none of its scripts any more, so that nothing replies: what has begun counts then.
	 */
	readLast(): string {
		const report = this.read();
		return this.#isAnswered || this.#begun === '' ? report : `${this.#begun}\n${report}`;
	}

	#note(text: string): void {
		const [report = '', begun = ''] = text.split(BEGUN_SEPARATOR);
		this.#isAnswered = true;
		this.#report = keyedLines(report);
		this.#begun = keyedLines(begun);
	}

	/** Starts at 0 for another visit of the same document. */
	reset(): void {
		this.read('reset');
	}

	stop(): void {
		this.#listening.abort();
	}
}
