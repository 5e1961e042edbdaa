import type { BenchCase } from './bench-case';
import { BESIDE_BLOCKER } from './cases/blocker';
import { BOUNDS } from './cases/bounds';
import { BROKEN } from './cases/broken';
import { CACHED_FILMS } from './cases/cached-films';
import { CACHES } from './cases/caches';
import { FILMS } from './cases/films';
import { FRAMES } from './cases/frames';
import { HTTP2 } from './cases/http2';
import { PLAIN_PAGES } from './cases/plain-pages';
import { SIDE_REQUESTS } from './cases/side-requests';
import { STREAMS } from './cases/streams';
import { TABS } from './cases/tabs';
import { UPLOADS } from './cases/uploads';
import { WORKERS } from './cases/workers';

/** Every row of the bench, in the order of the table. */
export const ALL_CASES: readonly BenchCase[] = [
	...PLAIN_PAGES,
	...FRAMES,
	...CACHES,
	...BROKEN,
	...BOUNDS,
	...UPLOADS,
	...FILMS,
	...CACHED_FILMS,
	...WORKERS,
	...SIDE_REQUESTS,
	...STREAMS,
	...TABS,
	...HTTP2,
	...BESIDE_BLOCKER,
];
