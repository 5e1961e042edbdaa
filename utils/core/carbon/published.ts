import type { Range } from '@/utils/core/units/range';
import type { SourceId } from './sources';

/** What others published for an hour of streamed video. */
export interface PublishedHour {
	readonly id: 'world' | 'europe' | 'france';
	/** Grams of CO2e; the bounds equal the figure where a single one was published. */
	readonly grams: Range;
	readonly source: SourceId;
}

/**
 * Figures to compare ours with; none is used in a computation. The world: electricity in use only, mix of 2019. Europe:
 * conventional allocation, electricity in use only, 2020. France: whole life cycle in 2022, lightest and heaviest of nine scenarios.
 */
export const PUBLISHED_HOURS: readonly PublishedHour[] = [
	{ id: 'world', grams: { low: 36, central: 36, high: 36 }, source: 'iea' },
	{ id: 'europe', grams: { low: 55, central: 55, high: 55 }, source: 'carbonTrust' },
	{ id: 'france', grams: { low: 6, central: 31.5, high: 57 }, source: 'arcom' },
];
