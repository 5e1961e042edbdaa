import { describe, expect, it } from 'vitest';
import { MEGABYTE, momentOf, type Scene } from '@/tests/core/tips/moment';
import { heavyPage } from '@/utils/core/tips/rules/heavy-page';

describe('heavy-page', () => {
	const judge = (received: Scene['received']) => heavyPage.judge(momentOf({ received: received ?? {} }));

	it('applies above 2 MB: the weight above the goal of 1 MB', () => {
		expect(
			judge({
				document: { measuredBytes: 0.1 * MEGABYTE },
				image: { measuredBytes: 6 * MEGABYTE, estimatedBytes: 0.4 * MEGABYTE, requestCount: 8 },
			}),
		).toEqual({
			stakeBytes: 0.1 * MEGABYTE + 6.4 * MEGABYTE - 1 * MEGABYTE,
			per: 'page',
			saving: 'bytes',
			params: { pageBytes: 6.5 * MEGABYTE, requestCount: 1 + 8, goalBytes: 1 * MEGABYTE },
		});
	});

	it('applies above 100 requests when the page is above the goal', () => {
		expect(judge({ script: { measuredBytes: 1.5 * MEGABYTE, requestCount: 101 } })).toMatchObject({
			stakeBytes: 1.5 * MEGABYTE - 1 * MEGABYTE,
		});
		expect(judge({ script: { measuredBytes: 0.9 * MEGABYTE, requestCount: 500 } })).toBeNull();
	});

	it.each([
		['a light page', { document: { measuredBytes: 2 * MEGABYTE, requestCount: 100 } }],
		[
			'what the learner chose: video, sound, document, video class',
			{
				video: { measuredBytes: 90 * MEGABYTE },
				audio: { measuredBytes: 90 * MEGABYTE },
				file: { measuredBytes: 90 * MEGABYTE },
				socket: { measuredBytes: 90 * MEGABYTE },
			},
		],
		['nothing at all', {}],
	])('does not apply to %s', (_, received) => expect(judge(received)).toBeNull());
});
