import { vi } from 'vitest';
import { ResourceWatch } from '@/utils/page/observe/resource-watch';

export const PAGE = 'https://moodle.example/course';
export const PICTURE = 'https://media.example/pierres.jpg';
export const API = 'https://moodle.example/api';

export type Entry = Partial<PerformanceResourceTiming>;

/** A ResourceWatch with a fake PerformanceObserver. */
export class ResourceRig {
	/** Entries that are not delivered to the observer yet. */
	readonly records: Entry[] = [];
	/** The browser's buffer of entries. */
	buffer: Entry[] = [];
	navigationEntry: Entry | undefined;
	changeCount = 0;
	isConnected = false;
	readonly observe = vi.fn();
	/** Delivers entries to the observer. */
	deliver: (entries: Entry[]) => void = () => {};
	watch: ResourceWatch;

	constructor() {
		const rig = this;
		class FakeObserver {
			constructor(callback: (list: { getEntries: () => Entry[] }) => void) {
				rig.deliver = (entries) => callback({ getEntries: () => entries });
			}
			observe(options: unknown): void {
				rig.isConnected = true;
				rig.observe(options);
			}
			takeRecords(): Entry[] {
				return rig.records.splice(0);
			}
			disconnect(): void {
				rig.isConnected = false;
			}
		}
		vi.stubGlobal('PerformanceObserver', FakeObserver);
		vi.spyOn(performance, 'getEntriesByType').mockImplementation((type) => {
			const navigations = this.navigationEntry ? [this.navigationEntry] : [];
			return (type === 'resource' ? this.buffer : navigations) as never;
		});
		this.watch = new ResourceWatch(() => this.changeCount++);
	}

	close(): void {
		vi.unstubAllGlobals();
		vi.restoreAllMocks();
	}
}

/** The entry of a fetch without a size, unless `changes` give one. */
export const entry = (changes: Entry = {}): Entry => ({
	name: API,
	initiatorType: 'fetch',
	transferSize: 0,
	encodedBodySize: 0,
	responseStatus: 200,
	responseEnd: Number.MAX_VALUE,
	workerStart: 0,
	requestStart: 5,
	...changes,
});

/** The counts of an unknown address. */
export const NOTHING = { timedCount: 0, timedBytes: 0, opaqueCount: 0, cachedCount: 0, sparedBytes: 0 };
