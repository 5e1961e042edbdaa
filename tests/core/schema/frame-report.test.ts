import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrameReport } from '@/utils/core/measure/frame-report';
import { parseFrameOpen } from '@/utils/core/schema/frame-report';
import { MAX_ADDRESSES_A_REPORT } from '@/utils/core/schema/names';
import { parseContext } from '@/utils/core/schema/visit';
import {
	ADDRESS,
	CONTEXT,
	INHERITED,
	MEDIA,
	NOT_AMOUNTS,
	NOT_OBJECTS,
	NOW_PLAYING,
	OPEN,
	PARSED,
	REPORT,
	titleOf,
	VIDEO,
	withField,
} from './frame-sample';

describe('a frame message', () => {
	it('is accepted when it has the right shape', () => {
		expect(parseFrameOpen(OPEN)).toEqual(OPEN);
		expect(parseFrameOpen({ ...OPEN, visitId: null })).toEqual({ ...OPEN, visitId: null });
		expect(parseFrameReport(REPORT)).toEqual(PARSED);
		expect(parseFrameReport({ ...REPORT, nowPlaying: null })).toEqual({ ...PARSED, nowPlaying: null });
		expect(parseContext(CONTEXT)).toEqual(CONTEXT);
	});

	it('is read without unknown fields', () => {
		const extra = { title: 'Examen de Jeanne', url: 'https://moodle.example/user/12' };
		const stuffed = {
			...REPORT,
			...extra,
			addresses: [{ ...ADDRESS, ...extra }],
			videos: [{ ...VIDEO, ...extra }],
			media: { ...MEDIA, ...extra },
			nowPlaying: { ...NOW_PLAYING, ...extra },
		};
		expect(parseFrameReport(stuffed)).toEqual(PARSED);
		expect(parseFrameOpen({ ...OPEN, ...extra })).toEqual(OPEN);
		expect(parseContext({ ...CONTEXT, ...extra })).toEqual(CONTEXT);
	});

	it.each(NOT_OBJECTS.map((value) => [titleOf(value), value]))('is refused when it is %s', (_title, value) => {
		expect(parseFrameOpen(value)).toBeNull();
		expect(parseFrameReport(value)).toBeNull();
		expect(parseContext(value)).toBeNull();
	});

	const amounts = [
		['activeMs'],
		['addresses', 0, 'timedCount'],
		['addresses', 0, 'timedBytes'],
		['addresses', 0, 'opaqueCount'],
		['addresses', 0, 'cachedCount'],
		['addresses', 0, 'sparedBytes'],
		['media', 'videoMs'],
		['media', 'audioMs'],
		['media', 'hiddenMs'],
		['media', 'oversizedMs'],
		['media', 'seekCount'],
		['media', 'videoMsByHeight', '480'],
		['media', 'msByPlayer', 'hls.js'],
		['nowPlaying', 'decodedWidthPx'],
		['nowPlaying', 'decodedHeightPx'],
		['nowPlaying', 'shownWidthPx'],
		['nowPlaying', 'shownHeightPx'],
		['nowPlaying', 'oversizedMs'],
		['nowPlaying', 'hiddenMs'],
	];
	it.each(amounts.map((path) => [path.join('.'), path] as const))(
		'is refused when %s is not an amount',
		(_title, path) => {
			for (const value of NOT_AMOUNTS)
				expect(parseFrameReport(withField(REPORT, path, value)), titleOf(value)).toBeNull();
			expect(parseFrameReport(withField(REPORT, path, 2 ** 40))).not.toBeNull();
		},
	);

	const objects = [['addresses', 0], ['videos', 0], ['media'], ['media', 'videoMsByHeight'], ['nowPlaying']];
	it.each(objects.map((path) => [path.join('.'), path] as const))(
		'is refused when %s is not an object',
		(_title, path) => {
			for (const value of NOT_OBJECTS) {
				if ((path.at(-1) === 'nowPlaying' || path.at(-1) === 'media') && value === null) continue;
				expect(parseFrameReport(withField(REPORT, path, value)), titleOf(value)).toBeNull();
			}
		},
	);

	it.each(['addresses', 'videos'] as const)('is refused when %s is not a list', (field) => {
		for (const value of [null, undefined, {}, 'abc', { length: 1, 0: ADDRESS }]) {
			expect(parseFrameReport({ ...REPORT, [field]: value }), titleOf(value)).toBeNull();
		}
	});

	it('is refused when a list is too long', () => {
		const addresses = Array.from({ length: MAX_ADDRESSES_A_REPORT }, () => ADDRESS);
		expect(parseFrameReport({ ...REPORT, addresses })).not.toBeNull();
		expect(parseFrameReport({ ...REPORT, addresses: [...addresses, ADDRESS] })).toBeNull();
		const videos = Array.from({ length: 100 }, () => VIDEO);
		expect(parseFrameReport({ ...REPORT, videos })).not.toBeNull();
		expect(parseFrameReport({ ...REPORT, videos: [...videos, VIDEO] })).toBeNull();
	});

	it('is refused when the buffered share of a video is not between 0 and 1', () => {
		for (const share of [0, 1]) expect(parseFrameReport({ ...REPORT, videos: [{ ...VIDEO, share }] })).not.toBeNull();
		for (const share of [-0.1, 1.1, Number.NaN, '0.5', null]) {
			expect(parseFrameReport({ ...REPORT, videos: [{ ...VIDEO, share }] }), titleOf(share)).toBeNull();
		}
	});

	it('is refused when a height is not a number of pixels, or with too many heights', () => {
		const heights = (names: readonly string[]) => ({
			...REPORT,
			media: { ...MEDIA, videoMsByHeight: Object.fromEntries(names.map((name) => [name, 1])) },
		});
		expect(parseFrameReport(heights(['20000']))).not.toBeNull();
		for (const name of ['20001', '-480', '4.8', 'tall', '', ' ', '9'.repeat(400), ...INHERITED]) {
			expect(parseFrameReport(heights([name])), name).toBeNull();
		}
		const many = Array.from({ length: 101 }, (_, index) => String(index));
		expect(parseFrameReport(heights(many))).toBeNull();
	});

	it('never makes the parser throw or change Object.prototype', () => {
		const before = Object.getOwnPropertyNames(Object.prototype);
		fc.assert(
			fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), (value) => {
				parseFrameOpen(value);
				parseFrameReport(value);
				parseFrameReport({ ...REPORT, media: value });
				parseContext(value);
			}),
		);
		expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
	});

	it('is a final report only when `isLeaving` is exactly true', () => {
		for (const isLeaving of ['true', 1, {}, undefined]) {
			expect(parseFrameReport({ ...REPORT, isLeaving })?.isLeaving, titleOf(isLeaving)).toBe(false);
		}
		expect(parseFrameReport({ ...REPORT, isLeaving: true })?.isLeaving).toBe(true);
	});
});
