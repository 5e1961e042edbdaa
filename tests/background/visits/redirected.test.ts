import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { report, request } from '@/tests/core/visit/sample';
import { type RequestDetails, RequestReader } from '@/utils/core/measure/network-request';
import { A, LESSON, NOW, QUIZ, TrackerRig, top } from './tracker-rig';

const OTHER = 'https://packages.example/';
const OF_LESSON = { type: 'main_frame', requestId: 'w', initiator: 'https://moodle.example' } as const;

let rig: TrackerRig;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
	rig = new TrackerRig();
	rig.begin(A);
	rig.tracker.registry.windows.noteOpener(2, 1);
});
afterEach(() => void vi.useRealTimers());

/** The lesson's host redirects a navigation that the lesson requested. */
function redirect(changes: Partial<RequestDetails> = {}): void {
	const details = request(QUIZ, { ...OF_LESSON, redirectUrl: OTHER, ...changes });
	rig.tracker.record(details, new RequestReader().redirected(details));
}

async function unknownCount(): Promise<number> {
	await rig.tracker.flush();
	return rig.sink.visits.get(A)?.windowCount ?? 0;
}

describe('a window that its own host redirects to another host', () => {
	it.each<[string, Partial<RequestDetails>, number]>([
		['is unknown where no event shows it', {}, 1],
		['is unknown where Firefox names the page', { initiator: undefined, originUrl: LESSON }, 1],
		['is unknown without an opener', { tabId: 3 }, 1],
		['is no window of the page where the user opened it', { initiator: undefined }, 0],
		['is known on its own host', { redirectUrl: LESSON }, 0],
	])('%s', async (_title, changes, count) => {
		redirect({ tabId: 2, ...changes });
		expect(await unknownCount()).toBe(count);
	});

	it('is known where it comes back, as after a login elsewhere', async () => {
		redirect({ tabId: 2 });
		rig.complete(QUIZ, 700, { ...OF_LESSON, tabId: 2 });
		expect(await unknownCount()).toBe(0);
	});
});

describe('a navigation in its own tab that its own host redirects to another host', () => {
	it('handed over a file where the page stays', async () => {
		redirect();
		expect(await unknownCount()).toBe(0);
		await vi.advanceTimersByTimeAsync(6_000);
		expect(await unknownCount()).toBe(1);
	});

	it.each<[string, () => void]>([
		['the page is left', () => rig.tracker.report(top(), report({ isLeaving: true }))],
		['an event shows the file', () => void rig.complete(OTHER, 700, OF_LESSON)],
	])('did not, or none that is unknown, where %s', async (_title, happen) => {
		redirect();
		happen();
		await vi.advanceTimersByTimeAsync(6_000);
		expect(await unknownCount()).toBe(0);
	});

	it('nor does one that the user typed', async () => {
		redirect({ initiator: undefined });
		await vi.advanceTimersByTimeAsync(6_000);
		expect(await unknownCount()).toBe(0);
	});
});

describe('a frame that its page’s host redirects to another host', () => {
	const frame = { type: 'sub_frame', frameId: 4, tabId: 1, documentId: undefined } as const;

	it('is unknown where no event shows what it loads there, and known where one does', async () => {
		redirect(frame);
		expect(await unknownCount()).toBe(1);
		rig.complete(OTHER, 700, { ...OF_LESSON, ...frame });
		expect(await unknownCount()).toBe(0);
	});

	it('is known on its own host', async () => {
		redirect({ ...frame, redirectUrl: LESSON });
		expect(await unknownCount()).toBe(0);
	});
});

it('a window whose first events come before it is known who opened it belongs to its page', async () => {
	rig.complete(OTHER, 700, { ...OF_LESSON, tabId: 5 });
	expect(rig.sink.bytes(A) || 0).toBe(0);
	rig.tracker.noteOpener(5, 1);
	await rig.tracker.flush();
	expect(rig.sink.bytes(A)).toBe(700);
});

it('a tab that the user opened beside a page does not belong to it', async () => {
	rig.complete(OTHER, 700, { type: 'main_frame', tabId: 5 });
	rig.tracker.noteOpener(5, 1);
	await rig.tracker.flush();
	expect(rig.sink.bytes(A)).toBe(0);
});
