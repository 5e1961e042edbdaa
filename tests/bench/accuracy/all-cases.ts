import type { BenchCase } from './bench-case';
import { BESIDE_BLOCKER } from './cases/blocker';
import { BOUNDS } from './cases/bounds';
import { BROKEN } from './cases/broken';
import { CACHED_VIDEOS } from './cases/cached-videos';
import { CACHES } from './cases/caches';
import { FRAMES } from './cases/frames';
import { HTTP2 } from './cases/http2';
import { NAVIGATIONS } from './cases/navigations';
import { ODD_BODIES } from './cases/odd-bodies';
import { OPENED } from './cases/opened';
import { PLAIN_PAGES } from './cases/plain-pages';
import { RANGES } from './cases/ranges';
import { SIDE_REQUESTS } from './cases/side-requests';
import { STREAMS } from './cases/streams';
import { TABS } from './cases/tabs';
import { UNSHOWN } from './cases/unshown';
import { UPLOADS } from './cases/uploads';
import { VIDEOS } from './cases/videos';
import { WORKERS } from './cases/workers';

/** Every row of the bench, in the order of the table. */
export const ALL_CASES: readonly BenchCase[] = [
	...PLAIN_PAGES,
	...FRAMES,
	...CACHES,
	...RANGES,
	...BROKEN,
	...BOUNDS,
	...ODD_BODIES,
	...UPLOADS,
	...VIDEOS,
	...CACHED_VIDEOS,
	...WORKERS,
	...SIDE_REQUESTS,
	...STREAMS,
	...TABS,
	...NAVIGATIONS,
	...OPENED,
	...UNSHOWN,
	...HTTP2,
	...BESIDE_BLOCKER,
];
