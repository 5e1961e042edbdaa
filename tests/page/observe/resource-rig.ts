import { vi } from 'vitest';
import { ResourceWatch } from '@/utils/page/observe/resources';

export const PAGE = 'https://moodle.example/course';
export const PICTURE = 'https://media.example/pierres.jpg';
export const API = 'https://moodle.example/api';

export type Entry = Partial<PerformanceResourceTiming>;

/** A watch over a browser that makes the entries it is told to. */
export class ResourceRig {
	/** Entries that the browser has made and not told yet. */
	readonly waiting: Entry[] = [];
	/** The browser's buffer of entries. */
	buffer: Entry[] = [];
	navigationEntry: Entry | undefined;
	changeCount = 0;
	isConnected = false;
	readonly observe = vi.fn();
	tell: (entries: Entry[]) => void = () => {};
	watch: ResourceWatch;

	constructor() {
		const rig = this;
		class FakeObserver {
			constructor(callback: (list: { getEntries: () => Entry[] }) => void) {
				rig.tell = (entries) => callback({ getEntries: () => entries });
			}
			observe(options: unknown): void {
				rig.isConnected = true;
				rig.observe(options);
			}
			takeRecords(): Entry[] {
				return rig.waiting.splice(0);
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

/** A fetch of which the browser tells no size, unless `changes` do. */
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

/** The counts of an address of which nothing is known. */
export const NOTHING = { timedCount: 0, timedBytes: 0, opaqueCount: 0, cachedCount: 0, sparedBytes: 0 };
