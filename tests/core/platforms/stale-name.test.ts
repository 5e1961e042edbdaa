import { expect, it } from 'vitest';
import { hasStaleName } from '@/utils/core/platforms/stale-name';
import type { SeenPlace } from '@/utils/core/visit/visit';

function placeOf(courseKey: string, courseLabel: string | null): SeenPlace {
	return { platform: 'open-edx', courseKey, courseLabel, activity: 'page' };
}

const WATER = placeOf('1', 'L’eau');

it.each<[string, SeenPlace, SeenPlace | null, boolean]>([
	['the name of the course before, under a new course', placeOf('2', 'L’eau'), WATER, true],
	['a name of its own', placeOf('2', 'Le sol'), WATER, false],
	['the same course again', placeOf('1', 'L’eau'), WATER, false],
	['the same course under a new name', placeOf('1', 'L’eau douce'), WATER, false],
	['no name yet', placeOf('2', null), placeOf('1', null), false],
	['the first course of a tab', WATER, null, false],
])('%s', (_title, place, before, isStale) => {
	expect(hasStaleName(place, before)).toBe(isStale);
});
