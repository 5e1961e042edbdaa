import { createCollector, type GroupReply, type GroupRequest } from '@/utils/core/group/collector';

/** The address that the worker gives a file. */
export const PUBLISHED = 'blob:group-worker';

/** What happens in place of an answer; set by a test that needs it. */
export const fault = { isNext: false };

/** The group's worker in the thread of the test: its messages arrive in later turns, as between threads. */
export class InlineWorker {
	onmessage: ((event: { data: GroupReply }) => void) | null = null;
	onerror: ((event: { message: string }) => void) | null = null;
	#isOpen = true;
	readonly #handle = createCollector({
		today: '2026-11-30',
		reply: (data) => this.#later(() => this.onmessage?.({ data })),
		pause: () => new Promise((resolve) => setTimeout(resolve)),
		publish: () => PUBLISHED,
	});

	postMessage(request: GroupRequest): void {
		if (fault.isNext) this.#later(() => this.onerror?.({ message: 'out of memory' }));
		else this.#later(() => void this.#handle(request));
	}

	terminate(): void {
		this.#isOpen = false;
	}

	#later(task: () => void): void {
		setTimeout(() => this.#isOpen && task());
	}
}
