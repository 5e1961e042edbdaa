// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { createTargetModel } from '@/entrypoints/dashboard/settings/target-model';
import { startBrowser } from '@/tests/components/browser';
import { EMPTY_QUEUE, type WeekQueue } from '@/utils/core/delivery/queue';

beforeEach(() => startBrowser());

/** A model whose queue is read when the test answers. */
function open() {
	const reads: ((queue: WeekQueue) => void)[] = [];
	let onChange = (_: WeekQueue) => {};
	const model = createTargetModel<{ isWeekly: boolean }>(
		{
			readOwn: async () => null,
			read: async () => null,
			save: async () => {},
			readQueue: () => new Promise((resolve) => reads.push(resolve)),
			watchQueue: (watch) => {
				onChange = watch;
			},
			addressOf: () => 'https://lrs.example/xapi',
			accept: (typed) => typed,
			kind: 'lrs',
		},
		() => new Date('2026-12-01T08:00:00Z'),
	);
	return { model, reads, change: (queue: WeekQueue) => onChange(queue) };
}

const OLDER: WeekQueue = { ...EMPTY_QUEUE, weeks: ['2026-W48'] };
const NEWER: WeekQueue = { ...EMPTY_QUEUE, weeks: ['2026-W48', '2026-W49'] };

it('shows the queue that was read, until it changes', async () => {
	const { model, reads, change } = open();
	const loaded = model.load();
	await vi.waitFor(() => expect(reads).toHaveLength(1));
	reads[0]?.(OLDER);
	await loaded;
	expect(model.queue.value).toEqual(OLDER);
	change(NEWER);
	expect(model.queue.value).toEqual(NEWER);
});

it('keeps a change that comes while an older queue is read', async () => {
	const { model, reads, change } = open();
	const loaded = model.load();
	await vi.waitFor(() => expect(reads).toHaveLength(1));
	change(NEWER);
	reads[0]?.(OLDER);
	await loaded;
	expect(model.queue.value).toEqual(NEWER);
});
