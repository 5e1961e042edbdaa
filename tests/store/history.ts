import fc from 'fast-check';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { ACTIVITIES, KINDS } from '@/utils/core/schema/names';
import type { Traffic } from '@/utils/core/schema/traffic';
import type { Visit } from '@/utils/core/schema/visit';
import { shiftDay } from '@/utils/core/units/day';

const FIRST_DAY = '2026-08-01';
const DAY_COUNT = 150;

const amount = fc.integer({ min: 0, max: 5_000_000 });

const traffic: fc.Arbitrary<Traffic> = fc.record({
	received: fc.dictionary(
		fc.constantFrom(...KINDS),
		fc.record({
			measuredBytes: amount,
			estimatedBytes: amount,
			unknownCount: amount,
			requestCount: fc.integer({ min: 1, max: 99 }),
		}),
		{ maxKeys: 3 },
	),
	sentBytes: fc.option(fc.integer({ min: 1, max: 9_999 })),
	sparedBytes: amount,
});

/** A visit to a course on a day, from few values so that visits share totals. */
export const anyVisit: fc.Arbitrary<Visit> = fc.record({
	id: fc.uuid(),
	day: fc.integer({ min: 0, max: DAY_COUNT }).map((count) => shiftDay(FIRST_DAY, count)),
	startedAtMs: fc.integer({ min: 0, max: 2 ** 41 }),
	host: fc.constantFrom('moodle.example', 'a.example'),
	platform: fc.constantFrom('moodle', 'canvas'),
	courseKey: fc.constantFrom('', '7', 'clé "é"'),
	activity: fc.constantFrom(...ACTIVITIES),
	activeMs: amount,
	traffic,
	media: fc
		.record({
			videoMs: amount,
			hiddenMs: amount,
			videoMsByHeight: fc.dictionary(fc.constantFrom('360', '720'), fc.integer({ min: 1, max: 9_999 })),
		})
		.map((played) => ({ ...NO_MEDIA, ...played })),
	waste: fc.constant({ gifCount: 1, gifBytes: 400_000 }),
});

/** Visits each with its own id, as a browser records them. */
export const anyVisits: fc.Arbitrary<Visit[]> = fc.uniqueArray(anyVisit, { selector: ({ id }) => id, maxLength: 25 });
