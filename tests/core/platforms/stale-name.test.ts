import { expect, it } from 'vitest';
import { hasStaleName } from '@/utils/core/platforms/stale-name';
import type { ObservedContext } from '@/utils/core/visit/visit';

function contextOf(courseKey: string, courseLabel: string | null): ObservedContext {
	return { platform: 'open-edx', courseKey, courseLabel, activity: 'page' };
}

const WATER = contextOf('1', 'L’eau');

it.each<[string, ObservedContext, ObservedContext | null, boolean]>([
	['the name of the course before, under a new course', contextOf('2', 'L’eau'), WATER, true],
	['a name of its own', contextOf('2', 'Le sol'), WATER, false],
	['the same course again', contextOf('1', 'L’eau'), WATER, false],
	['the same course under a new name', contextOf('1', 'L’eau douce'), WATER, false],
	['no name yet', contextOf('2', null), contextOf('1', null), false],
	['the first course of a tab', WATER, null, false],
])('%s', (_title, place, before, isStale) => {
	expect(hasStaleName(place, before)).toBe(isStale);
});
