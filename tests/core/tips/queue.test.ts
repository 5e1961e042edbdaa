import { describe, expect, it } from 'vitest';
import { NO_TIPS, showNext, updateQueue } from '@/utils/core/tips/queue';
import { tipsFor } from '@/utils/core/tips/rank';
import { HOUR_OF_VIDEO, momentOf } from './moment';

const [video] = tipsFor(momentOf({ ...HOUR_OF_VIDEO, video: {} }), {}, '2026-11-26');
if (!video) throw new Error('An hour of 1080p in a small frame gives a tip.');
const small = { ...video, id: 'autoplay' as const, stakeBytes: 1 };
const large = { ...video, id: 'heavy-page' as const, stakeBytes: 9e9 };
const more = { ...video, id: 'camera-on' as const, stakeBytes: 8e9 };
const shown = (queue: ReturnType<typeof updateQueue>) => queue.shown?.id;
const first = updateQueue(NO_TIPS, [video], false);

describe('the shown tip', () => {
	it('stays when a larger one comes, which only counts', () => {
		const next = updateQueue(first, [large, video], false);
		expect(shown(next)).toBe(video.id);
		expect(next.tips.map(({ id }) => id)).toEqual([video.id, large.id]);
	});

	it('stays behind three larger ones', () => {
		const next = updateQueue(first, [large, more, { ...large, id: 'hidden-video' }, small, video], false);
		expect(shown(next)).toBe(video.id);
		expect(next.tips).toHaveLength(3);
	});

	it('keeps the figures of its promise', () => {
		const next = updateQueue(first, [{ ...video, stakeBytes: video.stakeBytes / 2 }], false);
		expect(next.shown?.stakeBytes).toBe(video.stakeBytes);
	});

	it('goes when its reason has ended, and the next one follows', () => {
		const both = updateQueue(first, [video, small], false);
		expect(shown(updateQueue(both, [small], false))).toBe(small.id);
		expect(shown(updateQueue(first, [], false))).toBeUndefined();
	});

	it('stays under the pointer even then', () => {
		expect(shown(updateQueue(first, [large], true))).toBe(video.id);
	});
});

it('the one that is moved on to has the figures of that moment', () => {
	const both = updateQueue(updateQueue(first, [video, small], false), [video, { ...small, stakeBytes: 2 }], false);
	const moved = showNext(both);
	expect(moved.shown).toEqual({ ...small, stakeBytes: 2 });
	expect(shown(showNext(moved))).toBe(video.id);
});
