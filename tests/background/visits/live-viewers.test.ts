import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beginVisit } from '@/tests/core/visit/sample';
import { LiveViewers } from '@/utils/background/visits/live-viewers';
import { LIVE_PORT_PREFIX } from '@/utils/browser/rpc';
import { foldVisit } from '@/utils/core/measure/fold/fold-visit';

const VISIT = foldVisit(beginVisit());
const pulses = vi.fn(async (_tabId: number, _message: unknown) => {});

/** A port as the browser passes it on; `close` simulates the closing of its page. */
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

describe('the live view of a tab', () => {
	it('starts with the current figures and makes the tab’s frames report faster', () => {
		const { port, posted } = openPort(`${LIVE_PORT_PREFIX}4`);
		viewers.accept(port, (tabId) => (tabId === 4 ? VISIT : null));
		expect(posted).toEqual([VISIT]);
		expect(pulses.mock.calls).toEqual([[4, { type: 'frame/pulse', isWatched: true }]]);
	});

	it('sends changes in that tab only, to every page that watches it', () => {
		const ports = [openPort('live:4'), openPort('live:4'), openPort('live:5')];
		for (const { port } of ports) viewers.accept(port, () => null);
		viewers.notify(4, VISIT);
		viewers.notify(6, VISIT);
		expect(ports.map(({ posted }) => posted)).toEqual([[null, VISIT], [null, VISIT], [null]]);
	});

	it('ends for the frames when the last page closes', () => {
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

	it('is announced to a frame that starts in a watched tab only', () => {
		viewers.accept(openPort('live:4').port, () => null);
		pulses.mockClear();
		viewers.frameStarted(4);
		viewers.frameStarted(5);
		expect(pulses.mock.calls).toEqual([[4, { type: 'frame/pulse', isWatched: true }]]);
	});

	it('is refused to a port without a tab number', () => {
		const { port, posted, disconnect } = openPort('live:all');
		viewers.accept(port, () => VISIT);
		expect([posted, disconnect.mock.calls.length, pulses.mock.calls.length]).toEqual([[], 1, 0]);
	});

	it('ignores a tab without a listener', async () => {
		pulses.mockRejectedValue(new Error('Receiving end does not exist'));
		viewers.accept(openPort('live:4').port, () => null);
		await expect(Promise.resolve()).resolves.toBeUndefined();
	});
});
