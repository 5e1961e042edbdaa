import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { assumedBytesPerHour, fittingLines, linesOf, mainLines, videoBytesPerHour } from '@/utils/core/tips/video';
import { GIGABYTE, HOUR_MS, MEGABYTE, MINUTE_MS, momentOf, type Scene } from './moment';

describe('assumed bytes of an hour of video', () => {
	it.each([
		[240, 0.7],
		[480, 0.7],
		[720, 0.7 * (720 / 480) ** (Math.log(3 / 0.7) / Math.log(1080 / 480))],
		[1080, 3],
		[1440, 3 * (1440 / 1080) ** (Math.log(7 / 3) / Math.log(2160 / 1080))],
		[2160, 7],
		[4320, 7],
	])('of %i lines are %d GB', (lines, gigabytes) => {
		expect(assumedBytesPerHour(lines) / GIGABYTE).toBeCloseTo(gigabytes, 9);
	});

	it('never fall when the lines rise', () => {
		const lines = fc.integer({ min: 1, max: 5000 });
		fc.assert(
			fc.property(lines, lines, (a, b) => {
				expect(assumedBytesPerHour(Math.max(a, b))).toBeGreaterThanOrEqual(assumedBytesPerHour(Math.min(a, b)));
			}),
		);
	});
});

describe('bytes of the next hour of a 1080p video', () => {
	const rate = (scene: Scene) => videoBytesPerHour(momentOf(scene).visit, 1080);

	it('are measured once it has run for ten minutes', () => {
		const received = { video: { measuredBytes: 900 * MEGABYTE, estimatedBytes: 100 * MEGABYTE } };
		expect(rate({ received, media: { videoMs: 10 * MINUTE_MS } })).toBe((1000 * MEGABYTE * 60) / 10);
	});

	it('are at most the assumed ones of 1080p while the buffer fills', () => {
		expect(rate({ received: { video: { measuredBytes: 500 * MEGABYTE } }, media: { videoMs: MINUTE_MS } })).toBe(
			3 * GIGABYTE,
		);
		expect(rate({ received: { video: { measuredBytes: 20 * MEGABYTE } }, media: { videoMs: MINUTE_MS } })).toBe(
			20 * MEGABYTE * 60,
		);
	});

	it('count what was loaded ahead as watched: a buffer that fills promises no more', () => {
		const received = { video: { measuredBytes: 60 * MEGABYTE } };
		const media = { videoMs: MINUTE_MS, contentMs: MINUTE_MS, playedBufferedMs: 3 * MINUTE_MS };
		expect(rate({ received, media })).toBe((60 * MEGABYTE * 60) / 3);
		// At double speed, a minute of watching takes two minutes of video.
		const fast = { videoMs: MINUTE_MS, contentMs: 2 * MINUTE_MS, playedBufferedMs: 6 * MINUTE_MS };
		expect(rate({ received, media: fast })).toBe((60 * MEGABYTE * 60) / 3);
	});

	it('are the assumed ones of 1080p when none was measured', () => {
		expect(rate({ received: { video: { unknownCount: 3 } }, media: { videoMs: HOUR_MS } })).toBe(3 * GIGABYTE);
		expect(rate({})).toBe(3 * GIGABYTE);
	});
});

describe('the quality that fits a frame', () => {
	it.each([
		// decoded, shown, isHidden, fitting lines
		[[1920, 1080], [640, 360], false, 480],
		[[1920, 1080], [853, 480], false, 480],
		[[1920, 1080], [960, 540], false, 720],
		[[1920, 1080], [1280, 720], false, 720],
		[[3840, 2160], [1920, 1080], false, 1080],
		[[1080, 1920], [360, 640], false, 480],
		[[1920, 1080], [1440, 810], false, null], // 1.78 times its pixels
		[[1920, 1080], [1920, 1080], false, null],
		[[640, 360], [320, 180], false, null], // nothing below 480
		[[1280, 720], [880, 495], false, null], // needs 720
		[[1920, 1080], [0, 0], false, null],
		[[1920, 1080], [640, 360], true, null],
	] as const)('decoded %j, shown %j, hidden %j: %j lines', (decoded, shown, isHidden, fitting) => {
		const { visit } = momentOf({
			video: {
				decodedWidthPx: decoded[0],
				decodedHeightPx: decoded[1],
				shownWidthPx: shown[0],
				shownHeightPx: shown[1],
				isHidden,
			},
		});
		expect(visit.nowPlaying && fittingLines(visit.nowPlaying)).toBe(fitting);
	});

	it('counts the lines of an upright video along its shorter side', () => {
		const { visit } = momentOf({ video: { decodedWidthPx: 1080, decodedHeightPx: 1920 } });
		expect(visit.nowPlaying && linesOf(visit.nowPlaying)).toBe(1080);
	});
});

it('the main lines of a visit are those played longest', () => {
	expect(mainLines({ ...NO_MEDIA, videoMsByHeight: { '480': 1000, '720': 9000, '1080': 3000 } })).toBe(720);
	expect(mainLines(NO_MEDIA)).toBeNull();
});
