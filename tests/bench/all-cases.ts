import type { BenchCase } from './bench-case';
import { BROKEN } from './cases/broken';
import { CACHES } from './cases/caches';
import { FILMS } from './cases/films';
import { FRAMES } from './cases/frames';
import { PLAIN_PAGES } from './cases/plain-pages';
import { SIDE_REQUESTS } from './cases/side-requests';
import { WORKERS } from './cases/workers';

/** Every row of the bench, in the order of the table. */
export const ALL_CASES: readonly BenchCase[] = [
	...PLAIN_PAGES,
	...FRAMES,
	...CACHES,
	...BROKEN,
	...FILMS,
	...WORKERS,
	...SIDE_REQUESTS,
];
