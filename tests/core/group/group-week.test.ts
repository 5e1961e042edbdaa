import { describe, expect, it } from 'vitest';
import { LESSON, QUIZ } from '@/tests/core/export/week';
import { groupWeek } from '@/utils/core/group/group-week';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import { figuresOf } from '@/utils/core/stats/figures';
import { sharedCsv, sharedJson, theWeek } from './shared';

const OTHER = { ...LESSON, courseKey: '8' };
const GROUP = groupWeek([
	theWeek(sharedJson('camille00000', [LESSON, QUIZ, OTHER])),
	theWeek(sharedCsv('dominique000', [LESSON])),
]);

describe('the week of a group', () => {
	it('adds up visits, bytes and times', () => {
		expect(GROUP.total).toMatchObject({
			visitCount: 2 + 1 + 2 + 2,
			receivedBytes: 3 * 4_500_001,
			activeMs: 3 * 90_000 + 30_000,
			videoMs: 3 * 75_000,
			unknownCount: 3 * 3,
		});
		expect(GROUP.total.measuredShare).toBeCloseTo(3_500_001 / 4_500_001, 4);
	});

	it('adds up the ranges of grams as stated in each file', () => {
		const one = figuresOf([LESSON], DEFAULT_PROFILE).estimate.co2eGrams;
		const quiz = figuresOf([QUIZ], DEFAULT_PROFILE).estimate.co2eGrams;
		expect(GROUP.total.co2eGrams.low).toBeCloseTo(3 * one.low + quiz.low, 2);
		expect(GROUP.total.co2eGrams.high).toBeCloseTo(3 * one.high + quiz.high, 2);
	});

	it('counts a course of two learners twice: their codes differ', () => {
		expect([GROUP.learnerCount, GROUP.courseCount]).toEqual([2, 3]);
		expect(GROUP.courses.map(({ key }) => key).sort()).toEqual([
			'camille00000 yyyyyyyyyy',
			'camille00000 zzzzzzzzzz',
			'dominique000 zzzzzzzzzz',
		]);
	});

	it('lists all activities, the heaviest first, with their number of learners', () => {
		expect(GROUP.activities.map(({ key, learnerCount, receivedBytes }) => [key, learnerCount, receivedBytes])).toEqual([
			['video', 2, 3 * 4_500_001],
			['quiz', 1, 0],
		]);
	});

	it('adds up kinds from files that contain them', () => {
		expect(GROUP.kindLearnerCount).toBe(1);
		expect(GROUP.traffic.received.video).toMatchObject({ measuredBytes: 2 * 3_000_001, estimatedBytes: 2_000_000 });
	});
});
