import { expect, test } from 'vitest';
import { assistantLines } from '@/scripts/start/assistant-lines';
import { weekTable } from '@/scripts/start/week-table';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { DEFAULT_PROFILE } from '@/utils/core/schema/profile';
import type { Course, DayTotal } from '@/utils/core/schema/visit';
import { summariseWeek } from '@/utils/core/stats/week';
import { NO_TRAFFIC } from '@/utils/core/visit/traffic';

const PLACE = { host: 'cours.localhost', courseKey: '12', platform: 'moodle' };
const DAY: DayTotal = {
	...PLACE,
	day: '2026-11-23',
	activity: 'page',
	visitCount: 3,
	activeMs: 90_000,
	traffic: {
		...NO_TRAFFIC,
		received: { video: { measuredBytes: 6_000_000, estimatedBytes: 2_000_000, unknownCount: 0, requestCount: 4 } },
	},
	media: { ...NO_MEDIA, videoMs: 45_000 },
};
const COURSE: Course = { ...PLACE, label: 'Bases', lastDay: '2026-11-23' };
const TRUTHS = [
	{ courseKey: '12', trueBytes: 9_000_000, playedSeconds: 40 },
	{ courseKey: '12', trueBytes: 1_000_000, playedSeconds: 8 },
	{ courseKey: '27', trueBytes: 6_000_000, playedSeconds: 0 },
];

function linesOf(lang: 'fr' | 'en', day = DAY): string[] {
	const week = summariseWeek('2026-W48', [day], [COURSE], DEFAULT_PROFILE);
	return weekTable(week, TRUTHS, lang)
		.replaceAll(/[\u00A0\u202F]/g, ' ')
		.split('\n');
}

test('a course stands beside what its servers and videos say', () => {
	const [, course] = linesOf('en');
	// 8 MB reported, 6 of them measured; 10 MB served; 45 s of video where the video's clock advanced 48 s.
	expect(course).toMatch(/^Bases +3 +8\.00 MB +75% +10\.00 MB +0\.800 +0\.75 min +0\.80 min +\d/);
});

test('requests of unknown size stand beside the measured share, which leaves them out', () => {
	const streams = { measuredBytes: 362, estimatedBytes: 0, unknownCount: 2, requestCount: 2 };
	const day = { ...DAY, traffic: { ...NO_TRAFFIC, received: { data: streams } } };
	expect(linesOf('en', day)[1]).toMatch(/ 100% \+ 2 unknown /);
	expect(linesOf('fr', day)[1]).toMatch(/ 100 % \+ 2 inconnues /);
});

test('the total counts what was served for a course that Sobrio did not see', () => {
	const total = linesOf('fr').at(-1);
	expect(total).toMatch(/^Total +3 +8,00 Mo +75 % +16,00 Mo +0,500 /);
});

test('all lines are of one length', () => {
	expect(new Set(linesOf('fr').map(({ length }) => length)).size).toBe(1);
});

test('a line has what AI assistants were asked and what it cost, as ranges', () => {
	const asked = { ...DAY, assistants: { 'mistral-open': { promptCount: 2, readCount: 2, characters: 800 } } };
	const of = (days: readonly DayTotal[], lang: 'fr' | 'en') =>
		assistantLines(summariseWeek('2026-W48', days, [COURSE], DEFAULT_PROFILE), lang).map((line) =>
			line.replaceAll(/[\u00A0\u202F]/g, ' '),
		);
	expect(of([DAY], 'en')).toEqual([]);
	expect(of([asked], 'en')[0]).toMatch(
		/^AI assistants, Mistral: 2 prompts, 160–240 tokens, [\d.]+–[\d.]+ Wh, [\d.]+–[\d.]+ g CO₂e, [\d.]+–[\d.]+ mL$/,
	);
	expect(of([asked], 'fr')[0]).toMatch(/^Assistants IA, Mistral : 2 questions, 160 à 240 jetons, [\d,]+ à [\d,]+ Wh/);
	const unread = { ...DAY, assistants: { claude: { promptCount: 1, unreadCount: 1 } } };
	expect(of([unread], 'fr')).toEqual(['Assistants IA, Claude : 1 questions, – jetons, énergie inconnue']);
});
