import { describe, expect, it } from 'vitest';
import { MEGABYTE, MINUTE_MS } from '@/tests/core/tips/moment';
import { figureTexts } from '@/utils/core/tips/rule';
import { adviceFor, TRAINER_RULES } from '@/utils/core/tips/trainer/advice';
import { createFormat } from '@/utils/core/units/format';
import { lessonDay as day, type LessonScene as Scene } from './lesson-day';

const found = (...scenes: Scene[]) =>
	adviceFor(scenes.map(day)).map(({ id, stakeBytesPerView, params }) => ({ id, stakeBytesPerView, params }));

describe('advice for course authors', () => {
	it('a page above the goal: the excess of each view, over all days', () => {
		expect(
			found(
				{ visitCount: 1, received: { image: { measuredBytes: 5 * MEGABYTE, requestCount: 20 } } },
				{ visitCount: 3, received: { image: { estimatedBytes: 7 * MEGABYTE, requestCount: 28 } }, day: '2026-11-24' },
			),
		).toEqual([
			{
				id: 'heavy-pages',
				stakeBytesPerView: (12 * MEGABYTE) / 4 - MEGABYTE,
				params: { pageBytes: 3 * MEGABYTE, imageBytes: 3 * MEGABYTE, goalBytes: MEGABYTE },
			},
		]);
	});

	it('nothing about requests and scripts of the platform, which no author can change', () => {
		expect(found({ received: { image: { measuredBytes: 39_000, requestCount: 38 } } })).toEqual([]);
		expect(
			found({
				received: { script: { measuredBytes: 7 * MEGABYTE, requestCount: 80 }, image: { measuredBytes: 20_000 } },
			}),
		).toEqual([]);
	});

	it('a page of heavy scripts: what its images have of the excess', () => {
		expect(
			found({ received: { script: { measuredBytes: 7 * MEGABYTE }, image: { measuredBytes: 2 * MEGABYTE } } }),
		).toMatchObject([{ id: 'heavy-pages', stakeBytesPerView: 2 * MEGABYTE }]);
	});

	it('a video in one quality above 720p: what exceeds 1.5 Mbit/s', () => {
		const video: Scene = {
			visitCount: 2,
			received: { video: { measuredBytes: 75 * MEGABYTE } },
			media: {
				videoMs: 2 * MINUTE_MS,
				detailedMs: 2 * MINUTE_MS,
				captionedMs: 2 * MINUTE_MS,
				singleQualityMs: 2 * MINUTE_MS,
				videoMsByHeight: { '1080': 2 * MINUTE_MS },
			},
		};
		// 75 MB in 120 s are 5 Mbit/s.
		expect(found(video)).toEqual([
			{ id: 'heavy-video', stakeBytesPerView: ((5_000_000 - 1_500_000) * 120) / 8 / 2, params: { maxLines: 720 } },
		]);
		const { media = {} } = video;
		expect(found({ ...video, media: { ...media, videoMsByHeight: { '720': 2 * MINUTE_MS } } })).toEqual([]);
		expect(found({ ...video, media: { ...media, singleQualityMs: 0 } })).toEqual([]);
	});

	it('sound above 1 MB per minute', () => {
		const sound = (bytes: number): Scene => ({
			received: { audio: { measuredBytes: bytes } },
			media: { audioMs: 2 * MINUTE_MS },
		});
		expect(found(sound(5 * MEGABYTE))).toMatchObject([{ id: 'heavy-audio', stakeBytesPerView: 3 * MEGABYTE }]);
		expect(found(sound(2 * MEGABYTE))).toEqual([]);
	});

	it('fonts above 400 kB per view, however many requests the cache answered', () => {
		const fonts = (measuredBytes: number, requestCount: number): Scene => ({
			visitCount: 2,
			received: { font: { measuredBytes, requestCount } },
		});
		expect(found(fonts(2 * MEGABYTE, 8))).toEqual([
			{
				id: 'heavy-fonts',
				stakeBytesPerView: (2 * MEGABYTE) / 2 - 400_000,
				params: { fontBytes: MEGABYTE, goalBytes: 400_000 },
			},
		]);
		expect(found(fonts(100_000, 10))).toEqual([]);
		expect(found(fonts(800_000, 8))).toEqual([]);
	});

	it('documents above 5 MB on average, however many requests the cache answered', () => {
		const documents = (documentBytes: number, documentCount: number): Scene => ({
			visitCount: 4,
			received: { file: { measuredBytes: documentBytes, requestCount: documentCount + 8 } },
			waste: { documentBytes, documentCount },
		});
		expect(found(documents(12 * MEGABYTE, 2))).toEqual([
			{
				id: 'heavy-document',
				stakeBytesPerView: (12 * MEGABYTE) / 4,
				params: { documentBytes: 6 * MEGABYTE, limitBytes: 5 * MEGABYTE },
			},
		]);
		expect(found(documents(10 * MEGABYTE, 2))).toEqual([]);
		// A day that was stored without their number.
		expect(found({ ...documents(12 * MEGABYTE, 1), waste: {} })).toEqual([]);
	});

	it('files preloaded and never played, above 1 MB per view', () => {
		expect(found({ media: { unplayedBytes: 3 * MEGABYTE } })).toEqual([
			{ id: 'unplayed-preload', stakeBytesPerView: 3 * MEGABYTE, params: { unplayedBytes: 3 * MEGABYTE } },
		]);
		expect(found({ visitCount: 3, media: { unplayedBytes: 3 * MEGABYTE } })).toEqual([]);
	});

	it('videos without captions, if that is known for all of them', () => {
		const video = (captionedMs: number, detailedMs = 10 * MINUTE_MS): Scene => ({
			media: { videoMs: 10 * MINUTE_MS, detailedMs, captionedMs },
		});
		expect(found(video(2 * MINUTE_MS))).toEqual([
			{ id: 'no-captions', stakeBytesPerView: 0, params: { uncaptionedMs: 8 * MINUTE_MS } },
		]);
		expect(found(video(5 * MINUTE_MS))).toEqual([]);
		expect(found(video(0, 5 * MINUTE_MS))).toEqual([]);
	});

	it('is none for the pages on which a course is made', () => {
		const heavy: Scene = { received: { image: { measuredBytes: 7 * MEGABYTE } } };
		expect(found({ ...heavy, activity: 'editing' })).toEqual([]);
		expect(found({ ...heavy, activity: 'page' })).toHaveLength(1);
	});

	it('is none for a light page', () => {
		expect(found({ received: { document: { measuredBytes: 300_000, requestCount: 10 } } })).toEqual([]);
		expect(adviceFor([])).toEqual([]);
	});

	it('comes with the most bytes per view first, with figures and a numbered criterion each', () => {
		const advice = adviceFor([
			day({
				received: { image: { measuredBytes: 3 * MEGABYTE } },
				media: { unplayedBytes: 9 * MEGABYTE, videoMs: 2 * MINUTE_MS, detailedMs: 2 * MINUTE_MS },
			}),
		]);
		expect(advice.map(({ id }) => id)).toEqual(['unplayed-preload', 'heavy-pages', 'no-captions']);
		for (const each of advice) {
			expect(figureTexts(each, createFormat('fr')).length).toBeGreaterThan(0);
			for (const { label } of each.references) expect(label).toMatch(/^RGESN \d\.\d+$/);
		}
		expect(TRAINER_RULES.every(({ references }) => references.length > 0)).toBe(true);
	});
});
