import { expect, it } from 'vitest';
import { hasStaleLabel } from '@/utils/core/platforms/stale-label';
import type { ObservedContext } from '@/utils/core/schema/visit';

function contextOf(courseKey: string, courseLabel: string | null): ObservedContext {
	return { platform: 'open-edx', courseKey, courseLabel, activity: 'page' };
}

const WATER = contextOf('1', 'L’eau');

it.each<[string, ObservedContext, ObservedContext | null, boolean]>([
	['the previous course’s name under another course', contextOf('2', 'L’eau'), WATER, true],
	['its own name', contextOf('2', 'Le sol'), WATER, false],
	['the same course again', contextOf('1', 'L’eau'), WATER, false],
	['the same course under a new name', contextOf('1', 'L’eau douce'), WATER, false],
	['no name yet', contextOf('2', null), contextOf('1', null), false],
	['the first course in a tab', WATER, null, false],
])('%s', (_title, context, before, isStale) => {
	expect(hasStaleLabel(context, before)).toBe(isStale);
});
