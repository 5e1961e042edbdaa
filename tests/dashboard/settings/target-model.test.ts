// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createTargetModel } from '@/entrypoints/dashboard/settings/target-model';
import { fakeBackground, startBrowser } from '@/tests/components/browser';
import { EMPTY_QUEUE, type WeekQueue } from '@/utils/core/delivery/queue';

beforeEach(async () => {
	await startBrowser();
	Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
});

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

interface Target {
	readonly isWeekly: boolean;
	readonly address: string;
}

const OWN: Target = { isWeekly: true, address: 'own' };
const OTHER: Target = { isWeekly: true, address: 'other' };
const NOT_WEEKLY: Target = { ...OWN, isWeekly: false };
/** The organisation's, which goes before the user's own. */
const AGREED: Target = { isWeekly: true, address: 'agreed' };

it.each<[string, Target | null, Target | null, Target, readonly string[]]>([
	['a first one: what an organisation’s left that has none any more', null, null, OWN, ['all']],
	['a first one beside the organisation’s, which goes on', null, AGREED, OWN, []],
	['one that gets each week from now on: the weeks before it', NOT_WEEKLY, NOT_WEEKLY, OWN, ['missed']],
	['one that gets weeks by hand only', OWN, OWN, NOT_WEEKLY, []],
	['the same again', OWN, OWN, OWN, []],
	['another: the answer', OWN, OWN, OTHER, ['answer']],
])('saving a target discards, where it is %s', async (_, own, active, typed, cleared) => {
	const calls: string[] = [];
	fakeBackground({
		'queue/clear': async ({ part }: { part: string }) => {
			calls.push(`${part} ${saved.length === 0 ? 'before' : 'after'} saving`);
			return { ok: true, value: null };
		},
	});
	const saved: (Target | null)[] = [];
	const model = createTargetModel<Target>(
		{
			readOwn: async () => own,
			read: async () => active,
			save: async (target) => void saved.push(target),
			readQueue: async () => EMPTY_QUEUE,
			watchQueue: () => {},
			addressOf: ({ address }) => `https://${address}.example/`,
			accept: (target) => target,
			kind: 'bucket',
		},
		() => new Date('2026-12-01T08:00:00Z'),
	);
	await model.save(typed);
	expect(saved).toEqual([typed]);
	// The background may send to the new target as soon as it is saved.
	expect(calls).toEqual(cleared.map((part) => `${part} ${part === 'answer' ? 'after' : 'before'} saving`));
});
