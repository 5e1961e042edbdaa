import { describe, expect, it } from 'vitest';
import { LESSON, QUIZ } from '@/tests/core/export/week';
import { groupWeek } from '@/utils/core/group/group-week';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import { figuresOf } from '@/utils/core/stats/figures';
import { sharedCsv, sharedJson, theWeek } from './shared';

const OTHER = { ...LESSON, courseKey: '8' };
const WEEKS = [
	theWeek(sharedJson('camille00000', [LESSON, QUIZ, OTHER])),
	theWeek(sharedCsv('dominique000', [LESSON])),
];
const GROUP = groupWeek(WEEKS);

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

	it('adds up a course by its code, with how many learners share it', () => {
		expect([GROUP.learnerCount, GROUP.courseCount]).toEqual([2, 2]);
		expect(GROUP.courses.map(({ key, count, receivedBytes }) => [key, count, receivedBytes])).toEqual([
			['zzzzzzzzzz', 2, 2 * 4_500_001],
			['yyyyyyyyyy', 1, 4_500_001],
		]);
	});

	it('lists learners with their number of courses, no more than are wanted', () => {
		expect(GROUP.learners.map(({ key, count }) => [key, count])).toEqual([
			['camille00000', 2],
			['dominique000', 1],
		]);
		expect(groupWeek(WEEKS, 1)).toEqual({
			...GROUP,
			learners: GROUP.learners.slice(0, 1),
			courses: GROUP.courses.slice(0, 1),
		});
	});

	it('lists all activities, the heaviest first, with their number of learners', () => {
		expect(GROUP.activities.map(({ key, count, receivedBytes }) => [key, count, receivedBytes])).toEqual([
			['video', 2, 3 * 4_500_001],
			['quiz', 1, 0],
		]);
	});

	it('adds up kinds from files that contain them', () => {
		expect(GROUP.kindLearnerCount).toBe(1);
		expect(GROUP.traffic.received.video).toMatchObject({ measuredBytes: 2 * 3_000_001, estimatedBytes: 2_000_000 });
	});
});
