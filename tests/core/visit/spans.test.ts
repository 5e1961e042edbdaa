import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Spans } from '@/utils/core/visit/spans';

describe('a union of intervals', () => {
	it.each([
		['nothing', [], 0],
		['one', [[2, 5]], 3],
		[
			'two apart',
			[
				[0, 1],
				[4, 6],
			],
			1 + 2,
		],
		[
			'two that overlap',
			[
				[0, 4],
				[2, 6],
			],
			6,
		],
		[
			'two that touch',
			[
				[0, 2],
				[2, 5],
			],
			5,
		],
		[
			'one inside another',
			[
				[0, 9],
				[3, 4],
			],
			9,
		],
		[
			'one that joins several',
			[
				[0, 1],
				[2, 3],
				[4, 5],
				[1, 4],
			],
			5,
		],
		[
			'the same twice',
			[
				[2, 5],
				[2, 5],
			],
			3,
		],
	] as const)('of %s has the length that they cover', (_title, intervals, length) => {
		const spans = new Spans();
		for (const [start, end] of intervals) spans.add(start, end);
		expect(spans.total()).toBe(length);
	});

	it('covers what its intervals cover, added in any order', () => {
		const interval = fc.tuple(fc.nat(60), fc.nat(10)).map(([start, length]) => [start, start + length] as const);
		fc.assert(
			fc.property(fc.array(interval, { maxLength: 20 }), (intervals) => {
				const spans = new Spans();
				for (const [start, end] of intervals) spans.add(start, end);
				const seconds = Array.from({ length: 71 }, (_, second) => second);
				const covered = seconds.filter((at) => intervals.some(([start, end]) => at >= start && at < end));
				expect(spans.total()).toBe(covered.length);
			}),
		);
	});
});
