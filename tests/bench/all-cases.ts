import type { BenchCase } from './bench-case';
import { PLAIN_PAGES } from './cases/plain-pages';

/** Every row of the bench, in the order of the table. */
export const ALL_CASES: readonly BenchCase[] = [...PLAIN_PAGES];
