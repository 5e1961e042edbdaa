import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { report, timed } from '@/tests/core/visit/sample';
import { A, NOW, TrackerRig, top } from './tracker-rig';

const COUNT = 20_000;
/** Chrome and Firefox store 10 MB for all tabs together. */
const MAX_STATE_LENGTH = 2_000_000;

let rig: TrackerRig;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
	rig = new TrackerRig();
});
afterEach(() => vi.useRealTimers());

it('a page that polls 20,000 addresses keeps a small state, and its figures after a stop of the background', async () => {
	rig.begin(A);
	for (let first = 0; first < COUNT; first += 500) {
		const urls = Array.from({ length: 500 }, (_, index) => `https://moodle.example/poll?${first + index}`);
		for (const url of urls) rig.complete(url, 1_000);
		rig.tracker.report(
			top(),
			report({ addresses: urls.map((url) => timed(url, { timedCount: 1, timedBytes: 1_100 })) }),
		);
		await vi.advanceTimersByTimeAsync(3_000);
	}
	expect(JSON.stringify(rig.sink.states.get(A)).length).toBeLessThan(MAX_STATE_LENGTH);
	rig.restart();
	rig.complete('https://moodle.example/poll?last', 1_000);
	await rig.tracker.flush();
	expect(rig.sink.bytes(A)).toBe((COUNT + 1) * 1_000);
});
