import { describe, expect, it } from 'vitest';
import {
	GIGABYTE,
	HOUR_MS,
	HOUR_OF_VIDEO,
	MEGABYTE,
	MINUTE_MS,
	momentOf,
	type Scene,
	SECOND_MS,
	SOUND_BYTES,
} from '@/tests/core/tips/moment';
import { findingGrams } from '@/utils/core/tips/grams';
import { cameraOn, deviceAge, mobileNetwork } from '@/utils/core/tips/rules/equipment';

describe('mobile-network', () => {
	const judge = (scene: Scene) => mobileNetwork.judge(momentOf(scene));
	const mobile = { network: 'mobile' } as const;

	it('applies to more than 200 MB of video an hour over the mobile network', () => {
		expect(judge({ ...HOUR_OF_VIDEO, profile: mobile })).toEqual({
			stakeBytes: 3 * GIGABYTE,
			per: 'hour',
			saving: 'network',
			params: {},
		});
	});

	it.each([
		['a fixed network', HOUR_OF_VIDEO],
		['no video', { profile: mobile }],
		['200 MB an hour', { ...HOUR_OF_VIDEO, received: { video: { measuredBytes: 200 * MEGABYTE } }, profile: mobile }],
		[
			'less than a minute of video',
			{
				...HOUR_OF_VIDEO,
				media: { videoMs: 59 * SECOND_MS, videoMsByHeight: { '1080': 59 * SECOND_MS } },
				profile: mobile,
			},
		],
	])('does not apply to %s', (_, scene: Scene) => expect(judge(scene)).toBeNull());
});

describe('camera-on', () => {
	const judge = (classMs: number, cameraSentMs: number) =>
		cameraOn.judge(momentOf({ media: { classMs, cameraSentMs } }));

	it('applies while the camera is sent through a class: an hour of 480p less an hour of sound', () => {
		expect(judge(20 * MINUTE_MS, 15 * MINUTE_MS)).toEqual({
			stakeBytes: 0.7 * GIGABYTE - SOUND_BYTES,
			per: 'hour',
			saving: 'bytes',
			params: { cameraSentMs: 15 * MINUTE_MS },
		});
	});

	it.each([
		['a greeting with the camera on', 5 * MINUTE_MS, 4 * MINUTE_MS],
		['a camera that has been off for most of the class', HOUR_MS, 20 * MINUTE_MS],
		['no class', 0, 0],
	])('does not apply to %s', (_, classMs, cameraSentMs) => expect(judge(classMs, cameraSentMs)).toBeNull());
});

describe('device-age', () => {
	const moment = (deviceAgeYears: number | null, activeMs = HOUR_MS) => {
		const { visit, ...rest } = momentOf({ profile: { deviceAgeYears } });
		return { ...rest, visit: { ...visit, activeMs } };
	};

	it('applies to a young device after ten minutes of course: ADEME’s laptop, seven years in place of five', () => {
		const found = deviceAge.judge(moment(2));
		expect(found).toEqual({ stakeBytes: 0, per: 'hour', saving: 'device', params: {} });
		if (!found) return;
		const { low, high } = findingGrams(found, moment(2).profile);
		expect(low).toBeCloseTo(9.7, 1);
		expect(high).toBeGreaterThan(low);
	});

	it.each([
		['a device of unknown age', moment(null)],
		['one as old as the mean life', moment(5)],
		['a page just opened', moment(2, 9 * MINUTE_MS)],
	])('does not apply to %s', (_, at) => expect(deviceAge.judge(at)).toBeNull());
});
