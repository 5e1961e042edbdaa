import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginVisit } from '@/tests/core/visit/sample';
import { applyNetworkFact } from '@/utils/core/measure/apply-network-fact';
import { applyReport } from '@/utils/core/measure/apply-report';
import { foldVisit } from '@/utils/core/measure/fold/fold-visit';
import { KINDS } from '@/utils/core/schema/names';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { boundsOf } from '@/utils/core/visit/traffic';
import { type Event, interleave, threads } from './any-events';

function play(events: readonly Event[]): LiveVisit {
	const visit = beginVisit();
	for (const event of events) {
		if ('fact' in event) applyNetworkFact(visit, event.fact);
		else applyReport(visit, event.report);
	}
	return { ...foldVisit(visit), nowPlaying: null };
}

function allNumbers(value: unknown): number[] {
	if (typeof value === 'number') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(allNumbers) : [];
}

describe('folding any sequence of events', () => {
	it('gives only integers of at least 0', () => {
		fc.assert(
			fc.property(threads, (threads) => {
				for (const number of allNumbers(play(threads.flat()))) {
					expect(Number.isSafeInteger(number)).toBe(true);
					expect(number).toBeGreaterThanOrEqual(0);
				}
			}),
		);
	});

	it('gives the same figures in any order of requests and reports', () => {
		fc.assert(
			fc.property(threads, fc.array(fc.nat(99), { minLength: 1, maxLength: 40 }), (threads, picks) => {
				expect(play(interleave(threads, picks))).toEqual(play(threads.flat()));
			}),
		);
	});

	it('is not changed by a repeated report, immediate or late', () => {
		fc.assert(
			fc.property(threads, fc.nat(99), (threads, pick) => {
				const events = threads.flat();
				const reports = events.filter((event) => 'report' in event);
				const again = reports[pick % (reports.length || 1)];
				expect(play(again ? [...events, again] : events)).toEqual(play(events));
			}),
		);
	});

	it('has each estimate within its bounds', () => {
		fc.assert(
			fc.property(threads, (threads) => {
				const { received } = play(threads.flat()).traffic;
				for (const kind of KINDS) {
					const sum = received[kind];
					if (!sum) continue;
					const { lowBytes, highBytes, unboundedCount } = boundsOf(sum);
					expect(lowBytes).toBeLessThanOrEqual(sum.estimatedBytes);
					expect(highBytes).toBeGreaterThanOrEqual(sum.estimatedBytes);
					expect(unboundedCount).toBeLessThanOrEqual(Math.max(sum.unknownCount, sum.requestCount));
				}
			}),
		);
	});

	it('counts unknown requests as requests', () => {
		fc.assert(
			fc.property(threads, (threads) => {
				const { received } = play(threads.flat()).traffic;
				for (const kind of KINDS) {
					const sum = received[kind];
					if (sum) expect(sum.unknownCount).toBeLessThanOrEqual(sum.requestCount);
				}
			}),
		);
	});

	it('continues after a stop of the background with the same figures', () => {
		fc.assert(
			fc.property(threads, fc.nat(30), (threads, stopAt) => {
				const events = threads.flat();
				let visit = beginVisit();
				for (const [index, event] of events.entries()) {
					if (index === stopAt) visit = structuredClone(visit);
					if ('fact' in event) applyNetworkFact(visit, event.fact);
					else applyReport(visit, event.report);
				}
				expect({ ...foldVisit(visit), nowPlaying: null }).toEqual(play(events));
			}),
		);
	});
});
