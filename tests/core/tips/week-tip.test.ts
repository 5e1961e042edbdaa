import { expect, test } from 'vitest';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { weekTip } from '@/utils/core/tips/week-tip';

test.each([
	['nothing was played', {}, 'sober'],
	['videos were visible and not oversized', { videoMs: 1_000 }, 'sober'],
	['a tenth of the video was hidden', { videoMs: 1_000, hiddenMs: 100 }, 'unseen'],
	['hidden and out of the viewport come to a tenth', { videoMs: 1_000, hiddenMs: 60, offScreenMs: 40 }, 'unseen'],
	['less was unseen', { videoMs: 1_000, hiddenMs: 99 }, 'sober'],
	['a quarter was oversized', { videoMs: 1_000, oversizedMs: 250 }, 'sharp'],
	['less was oversized', { videoMs: 1_000, oversizedMs: 249 }, 'sober'],
	['both: unseen first, since nobody misses it', { videoMs: 1_000, hiddenMs: 500, oversizedMs: 900 }, 'unseen'],
] as const)('%s: %o, %s', (_case, played, tip) => {
	expect(weekTip({ ...NO_MEDIA, ...played })).toBe(tip);
});
