import { describe, expect, it } from 'vitest';
import type { Traffic } from '@/utils/core/schema/traffic';
import { addTraffic, NO_TRAFFIC, subtractTraffic, sumTraffic } from '@/utils/core/visit/traffic';

const video: Traffic = {
	received: {
		video: {
			measuredBytes: 300,
			estimatedBytes: 100,
			unknownCount: 1,
			requestCount: 4,
			bounds: { lowBytes: 90, highBytes: 150, unboundedCount: 0 },
		},
	},
	sentBytes: 5,
	sparedBytes: 7,
};

describe('traffic', () => {
	it('is added by kind, and subtracted again', () => {
		const page: Traffic = {
			received: { image: { measuredBytes: 10, estimatedBytes: 0, unknownCount: 0, requestCount: 1 } },
			sentBytes: 1,
			sparedBytes: 0,
		};
		expect(subtractTraffic(addTraffic(video, page), page)).toEqual(video);
		expect(subtractTraffic(video, video)).toEqual(NO_TRAFFIC);
		expect(addTraffic(NO_TRAFFIC, NO_TRAFFIC).sentBytes).toBeNull();
	});

	it('has the measured share of the received bytes, null when nothing was received', () => {
		expect(sumTraffic(video)).toMatchObject({ receivedBytes: 300 + 100, measuredShare: 300 / 400, unknownCount: 1 });
		expect(sumTraffic(NO_TRAFFIC).measuredShare).toBeNull();
	});

	it('states at least and at most how much was received, with nothing above it for what has no limit', () => {
		expect(sumTraffic(video)).toMatchObject({ lowBytes: 300 + 90, highBytes: 300 + 150 });
		const unlimited = { measuredBytes: 0, estimatedBytes: 0, unknownCount: 1, requestCount: 1 };
		const both = addTraffic(video, { ...NO_TRAFFIC, received: { video: unlimited } });
		expect(sumTraffic(both)).toMatchObject({ lowBytes: 300 + 90, highBytes: null });
	});

	it('has no upper limit where figures of an earlier version had estimates, also when one of them is taken out', () => {
		const old: Traffic = {
			...NO_TRAFFIC,
			received: { video: { measuredBytes: 50, estimatedBytes: 40, unknownCount: 0, requestCount: 2 } },
		};
		expect(sumTraffic(old)).toMatchObject({ lowBytes: 50, highBytes: null });
		const three = [old, old, old].reduce(addTraffic, NO_TRAFFIC);
		expect(sumTraffic(subtractTraffic(three, old))).toMatchObject({ lowBytes: 2 * 50, highBytes: null });
		expect(subtractTraffic(old, old)).toEqual(NO_TRAFFIC);
	});
});
