import { describe, expect, it } from 'vitest';
import type { Traffic } from '@/utils/core/schema/traffic';
import { addTraffic, NO_TRAFFIC, subtractTraffic, sumTraffic } from '@/utils/core/visit/traffic';

const video: Traffic = {
	received: { video: { measuredBytes: 300, estimatedBytes: 100, unknownCount: 1, requestCount: 4 } },
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
});
