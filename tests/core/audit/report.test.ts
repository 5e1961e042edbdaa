import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareAudits } from '@/utils/core/audit/compare';
import { CRITERIA, MEASURED_CRITERIA, PERSONAL_CRITERIA } from '@/utils/core/audit/criteria';
import { RULE_IDS } from '@/utils/core/audit/finding';
import { rgesnSheet } from '@/utils/core/audit/sheet';
import { yearlyBytes } from '@/utils/core/audit/stakes';
import { file, load, page, reportOf, shown, unsized, video, YOUTUBE } from './pages';

const MB = 1_000_000;
const JPEG = file('photo.jpg', MB, { mimeType: 'image/jpeg' });
const HEAVY = page(load([JPEG, file('video.mp4', 9 * MB, { kind: 'video' })]), { number: 1, path: '/heavy' });
const LIGHT = page(load([file('photo.webp', 200_000)]), { number: 2, path: '/light' });
const SEEN_AGAIN = page(null, { number: 3, path: '/again', again: load([]) });

describe('a report', () => {
	it('ranks pages by the weight of a first visit; one without is last, and unknown, not 0', () => {
		const { pages } = reportOf([LIGHT, SEEN_AGAIN, HEAVY]);
		expect(pages.map((each) => each.page.number)).toEqual([1, 2, 3]);
		expect(pages.map(({ first }) => first?.receivedBytes ?? null)).toEqual([10 * MB, 200_000, null]);
	});

	it('weighs files and rest alike', () => {
		const rest = { socket: { measuredBytes: 500, estimatedBytes: 0, unknownCount: 1, requestCount: 2 } };
		const [first] = reportOf([page(load([JPEG], { rest }))]).pages;
		expect(first?.first).toMatchObject({ receivedBytes: MB + 500, unknownCount: 1, requestCount: 3 });
	});

	it('never puts more at stake than the files of the page weigh, nor less than nothing', () => {
		const names = fc.constantFrom('a.jpg', 'b.png', 'c.gif', 'd.webp', 'e.csv');
		const files = fc.uniqueArray(fc.record({ name: names, bytes: fc.integer({ min: 0, max: 10 * MB }) }), {
			selector: ({ name }) => name,
		});
		const side = fc.integer({ min: 0, max: 4_000 });
		fc.assert(
			fc.property(files, side, side, (drawn, natural, at) => {
				const all = drawn.map(({ name, bytes }) => file(name, bytes));
				const images = all.map((each) => shown(each, [natural, natural], [at, at]));
				const [only] = reportOf([page(load(all, { images }))]).pages;
				const total = all.reduce((sum, { traffic }) => sum + traffic.measuredBytes, 0);
				const { low, high } = only?.stakeBytes ?? { low: -1, high: -1 };
				expect(low).toBeGreaterThanOrEqual(0);
				expect(low).toBeLessThanOrEqual(total);
				expect(high).toBeGreaterThanOrEqual(low);
			}),
		);
	});

	it('finds out once who made a file, not once for each rule', () => {
		let readCount = 0;
		const counted = Object.defineProperty({ ...JPEG }, 'path', {
			get: () => {
				readCount++;
				return JPEG.path;
			},
		});
		reportOf([page(load([counted]))]);
		expect(readCount).toBeGreaterThan(0);
		expect(readCount).toBeLessThan(RULE_IDS.length);
	});

	it('a yearly figure is what the trainer’s number makes of it', () => {
		expect(yearlyBytes(10 * MB, 120)).toBe(1_200 * MB);
	});
});

describe('the RGESN sheet', () => {
	const verdicts = (...pages: Parameters<typeof reportOf>[0]) =>
		Object.fromEntries(rgesnSheet(reportOf(pages)).map(({ criterion, verdict }) => [criterion, verdict]));

	it('has all 78 criteria, measured or for a person, and no score', () => {
		expect(CRITERIA).toHaveLength(78);
		expect([...MEASURED_CRITERIA, ...PERSONAL_CRITERIA].sort()).toEqual([...CRITERIA].sort());
		expect(Object.keys(rgesnSheet(reportOf([]))[0] ?? {})).toEqual([
			'criterion',
			'verdict',
			'judgedCount',
			'failedCount',
			'evidence',
		]);
	});

	it('an audit without pages has seen nothing', () => {
		expect(new Set(Object.values(verdicts()))).toEqual(new Set(['unseen']));
	});

	test('each criterion fails by what is against it, and passes by what is not', () => {
		const movie = file('video.mp4', 9 * MB, { kind: 'video', caching: 'none' });
		const fonts = ['1', '2', '3', '4', '5'].map((name) => file(`${name}.woff2`, 90_000, { kind: 'font' }));
		const bad = load(
			[
				JPEG,
				movie,
				...fonts,
				file('guide.pdf', 8 * MB, { kind: 'file' }),
				file('table.csv', 90_000, { kind: 'data', contentCoding: '' }),
			],
			{
				images: [shown(JPEG, [4000, 3000], [400, 300])],
				media: [
					video({ hasAutoplay: true }),
					video({ decodedWidthPx: 1920, decodedHeightPx: 1080, isPlayed: false, isAdaptive: false }, movie),
				],
				embeds: [YOUTUBE],
			},
		);
		expect(verdicts(page(bad))).toEqual(Object.fromEntries(MEASURED_CRITERIA.map((each) => [each, 'failed'])));
		const photo = file('photo.webp', 90_000);
		const good = load(
			[photo, file('guide.pdf', MB, { kind: 'file' }), file('t.csv', 90_000, { contentCoding: 'br' })],
			{
				images: [shown(photo, [400, 300], [400, 300])],
				media: [video({}, file('video.mp4', 9 * MB))],
			},
		);
		const passed = Object.fromEntries(MEASURED_CRITERIA.map((each) => [each, 'passed']));
		expect(verdicts(page(good))).toEqual({ ...passed, '4.4': 'unseen' });
	});

	it('gives the page and the file as evidence, and how many were judged', () => {
		const [format] = rgesnSheet(reportOf([HEAVY, LIGHT])).filter(({ criterion }) => criterion === '5.1');
		expect(format).toEqual({
			criterion: '5.1',
			verdict: 'failed',
			judgedCount: 2,
			failedCount: 1,
			evidence: [{ page: 1, file: { host: JPEG.host, path: JPEG.path } }],
		});
	});
});

describe('before and after', () => {
	const ruleNames = (list: readonly { readonly rule: string }[] = []) => list.map(({ rule }) => rule);

	it('matches pages by address, closes what is mended, and says what is new', () => {
		const after = page(load([file('photo.webp', 200_000), file('big.pdf', 6 * MB, { kind: 'file' })]), {
			number: 7,
			path: '/heavy',
		});
		const { pairs, wonBytes, onlyBefore, onlyAfter } = compareAudits(reportOf([HEAVY, LIGHT]), reportOf([after]));
		expect(pairs).toHaveLength(1);
		expect(ruleNames(pairs[0]?.closed)).toEqual(['image-format']);
		expect(ruleNames(pairs[0]?.added)).toEqual(['heavy-document']);
		// The document was opened in one of them only.
		expect(wonBytes).toBe(10 * MB - 0.2 * MB);
		expect(onlyBefore.map((each) => each.page.path)).toEqual(['/light']);
		expect(onlyAfter).toEqual([]);
	});

	it('two pages of one path and different codes are two pages', () => {
		const [a, b] = [page(load([]), { code: 'a' }), page(load([]), { code: 'b' })];
		const { pairs } = compareAudits(reportOf([a, b]), reportOf([b]));
		expect(pairs.map(({ before }) => before.page.code)).toEqual(['b']);
	});

	it('what the second audit could not see is not closed', () => {
		const movie = file('video.mp4', 9 * MB, { kind: 'video' });
		const large = { decodedWidthPx: 1920, decodedHeightPx: 1080, offeredLines: [1080, 480], isAdaptive: false };
		const before = reportOf([page(load([movie], { media: [video(large, movie)] }))]);
		const unread = video({ ...large, decodedWidthPx: 0, decodedHeightPx: 0 }, movie);
		const [pair] = compareAudits(before, reportOf([page(load([movie], { media: [unread] }))])).pairs;
		expect([ruleNames(pair?.closed), ruleNames(pair?.unseen)]).toEqual([[], ['video-size']]);
		const [blind] = compareAudits(before, reportOf([page(load([], { isUninspected: true }))])).pairs;
		expect(ruleNames(blind?.unseen)).toEqual(['video-size']);
	});

	it('wins nothing that is not known on both sides', () => {
		const { wonBytes, comparedCount, pairs } = compareAudits(
			reportOf([HEAVY]),
			reportOf([page(load([unsized('video.mp4')]), { path: '/heavy' })]),
		);
		expect([wonBytes, comparedCount, pairs[0]?.wonBytes]).toEqual([null, 0, null]);
	});

	it('an audit beside itself closes nothing, adds nothing and wins nothing', () => {
		const report = reportOf([HEAVY, LIGHT, SEEN_AGAIN]);
		const { pairs, wonBytes } = compareAudits(report, report);
		expect(pairs).toHaveLength(3);
		expect(pairs.flatMap(({ closed, added, unseen }) => [...closed, ...added, ...unseen])).toEqual([]);
		expect(wonBytes).toBe(0);
	});
});
