import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beginVisit } from '@/tests/core/visit/sample';
import { LiveViewers } from '@/utils/background/visits/live-viewers';
import { LIVE_PORT_PREFIX } from '@/utils/browser/rpc';
import { foldVisit } from '@/utils/core/measure/fold-visit';

const VISIT = foldVisit(beginVisit());
const pulses = vi.fn(async (_tabId: number, _message: unknown) => {});

/** A port as the browser hands it over; `close` is the page going away. */
function openPort(name: string) {
	let onClosed = () => {};
	const posted: unknown[] = [];
	const port = {
		name,
		postMessage: (message: unknown) => posted.push(message),
		disconnect: vi.fn(),
		onDisconnect: {
			addListener(listener: () => void) {
				onClosed = listener;
			},
		},
	};
	return { port: port as never, posted, disconnect: port.disconnect, close: () => onClosed() };
}

let viewers: LiveViewers;
beforeEach(() => {
	pulses.mockReset().mockResolvedValue(undefined);
	fakeBrowser.tabs.sendMessage = pulses as never;
	viewers = new LiveViewers();
});

describe('watching a tab live', () => {
	it('starts with the figures there are, and makes its frames report faster', () => {
		const { port, posted } = openPort(`${LIVE_PORT_PREFIX}4`);
		viewers.accept(port, (tabId) => (tabId === 4 ? VISIT : null));
		expect(posted).toEqual([VISIT]);
		expect(pulses.mock.calls).toEqual([[4, { type: 'frame/pulse', isWatched: true }]]);
	});

	it('shows what changes in that tab only, to all who watch it', () => {
		const ports = [openPort('live:4'), openPort('live:4'), openPort('live:5')];
		for (const { port } of ports) viewers.accept(port, () => null);
		viewers.notify(4, VISIT);
		viewers.notify(6, VISIT);
		expect(ports.map(({ posted }) => posted)).toEqual([[null, VISIT], [null, VISIT], [null]]);
	});

	it('ends for the frames when the last one closes', () => {
		const [one, two] = [openPort('live:4'), openPort('live:4')];
		for (const { port } of [one, two]) viewers.accept(port, () => null);
		pulses.mockClear();
		one.close();
		expect(pulses).not.toHaveBeenCalled();
		two.close();
		expect(pulses.mock.calls).toEqual([[4, { type: 'frame/pulse', isWatched: false }]]);
		viewers.notify(4, VISIT);
		expect(one.posted).toEqual([null]);
	});

	it('is said to a page that starts in a watched tab, and to no other', () => {
		viewers.accept(openPort('live:4').port, () => null);
		pulses.mockClear();
		viewers.frameStarted(4);
		viewers.frameStarted(5);
		expect(pulses.mock.calls).toEqual([[4, { type: 'frame/pulse', isWatched: true }]]);
	});

	it('is refused to a port that names no tab', () => {
		const { port, posted, disconnect } = openPort('live:all');
		viewers.accept(port, () => VISIT);
		expect([posted, disconnect.mock.calls.length, pulses.mock.calls.length]).toEqual([[], 1, 0]);
	});

	it('does not mind a tab where nobody listens', async () => {
		pulses.mockRejectedValue(new Error('Receiving end does not exist'));
		viewers.accept(openPort('live:4').port, () => null);
		await expect(Promise.resolve()).resolves.toBeUndefined();
	});
});
