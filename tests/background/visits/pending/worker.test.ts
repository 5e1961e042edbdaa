import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { A, B, GRACE_MS, NOW, QUIZ, TrackerRig, top, VIDEO } from '@/tests/background/visits/tracker-rig';
import { report } from '@/tests/core/visit/sample';

const SITE = 'https://moodle.example/';

let rig: TrackerRig;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
	rig = new TrackerRig();
});
afterEach(() => vi.useRealTimers());

function closeTab(tabId: number): void {
	rig.tracker.registry.noteClosed(tabId);
	rig.tracker.end(tabId);
}

const leave = () => rig.tracker.report(top(), report({ isLeaving: true }));
/** What a worker has received, in Firefox: without a tab. */
const receive = (documentUrl: string) =>
	rig.complete(VIDEO, 70_000, { tabId: -1, type: 'xmlhttprequest', documentUrl });

/** Bytes of both visits. */
async function counted(): Promise<[number, number]> {
	await rig.tracker.flush();
	return [rig.sink.bytes(A) || 0, rig.sink.bytes(B) || 0];
}

describe('what a worker receives without a tab', () => {
	beforeEach(() => void rig.begin(A));

	it('belongs to the page whose tab was closed', async () => {
		leave();
		closeTab(1);
		receive(SITE);
		expect(await counted()).toEqual([70_000, 0]);
	});

	it('belongs to a page of the site that is still open', async () => {
		rig.begin(B, top(QUIZ, 2));
		closeTab(1);
		receive(SITE);
		expect(await counted()).toEqual([0, 70_000]);
	});

	it('waits for the next page while that opens in the tab', async () => {
		leave();
		receive(SITE);
		expect(await counted()).toEqual([0, 0]);
		rig.begin(B, top(QUIZ));
		expect(await counted()).toEqual([0, 70_000]);
	});

	it('belongs to nobody where it is of another site, or comes long after', async () => {
		closeTab(1);
		receive('https://elsewhere.example/');
		await vi.advanceTimersByTimeAsync(GRACE_MS);
		receive(SITE);
		expect(await counted()).toEqual([0, 0]);
	});
});
