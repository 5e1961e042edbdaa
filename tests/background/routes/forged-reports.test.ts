import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LESSON, NOW, TrackerRig } from '@/tests/background/visits/tracker-rig';
import { PLAYING } from '@/tests/core/visit/playing';
import { type PageHandlers, Router } from '@/utils/background/routes/router';
import { VisitTracker } from '@/utils/background/visits/visit-tracker';
import { keyedLines } from '@/utils/core/measure/connection';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { sumTraffic } from '@/utils/core/visit/traffic';

const AD = 'https://ads.example/banner';
const VISIT = 'visit0000000000a';
const TOP = 'frame0000000000a';
const CHILD = 'frame0000000000c';
const STAY_MS = 20_000;
/** A visit begins up to ten seconds before the background hears of it. */
const AGE_MS = STAY_MS + 10_000;
/** 1 Gbit/s. */
const FASTEST_BYTES = AGE_MS * 125_000;
const MOST = 999_999_999_999;

/** The counters by which a page claimed 98 TB and 31 years of a class. */
const FORGED = [
	...Array.from({ length: 98 }, (_, index) => `wss:k${index},${MOST},${MOST},${MOST},0`),
	...['transport:', 'inbound-rtp:video', 'inbound-rtp:audio'].map((name) => `rtc:${name},${MOST},${MOST},${MOST},0`),
	...['classMs', 'cameraReceivedMs', 'screenShareMs'].map((name) => `call:${name},${MOST},0,0,0`),
	`own:sent,1,0,${MOST},0`,
	`own:worker,${MOST},0,0,0`,
].join('\n');
const HONEST = keyedLines('wss://class.example/ws,1,5000,300,0');
const FOREVER = { ...NO_MEDIA, videoMs: 2 ** 40, detailedMs: 2 ** 40, videoMsByHeight: { 720: 2 ** 40 } };

let rig: TrackerRig;
let router: Router;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
	rig = new TrackerRig();
	connect(rig.tracker);
});
afterEach(() => vi.useRealTimers());

function connect(tracker: VisitTracker): void {
	rig.tracker = tracker;
	router = new Router('sobrio', 'chrome-extension://sobrio/', {} as PageHandlers, {
		open: (sender, report) => tracker.open(sender, report),
		report: (sender, report) => tracker.report(sender, report),
		media: vi.fn(),
		hooks: vi.fn(),
		soberHooks: vi.fn(),
		soberEffects: () => '',
		soberReport: () => null,
		language: async () => 'fr',
	});
}

/** A page's top frame opens its visit, and stays for a while. */
async function stay(): Promise<void> {
	const request = { frameId: TOP, visitId: VISIT, startedAtMs: NOW, day: '2026-11-23', isLate: false };
	await send('frame/open', request, LESSON, 0);
	await vi.advanceTimersByTimeAsync(STAY_MS);
}

const send = (type: string, request: object, url: string, frameId: number) =>
	router.answer({ type, request }, { id: 'sobrio', url, frameId, tab: { id: 1 } } as never);

function report(changes: object, url = LESSON): Promise<unknown> {
	const isTop = url === LESSON;
	const empty = { addresses: [], videos: [], connections: '', media: null, nowPlaying: null, activeMs: 0 };
	const request = { ...empty, visitId: VISIT, frameId: isTop ? TOP : CHILD, ...changes };
	return send('frame/report', request, url, isTop ? 0 : 7);
}

function figures(): { visit: LiveVisit; measuredBytes: number; receivedBytes: number; unknownCount: number } {
	const visit = rig.tracker.current(1) as LiveVisit;
	return { visit, ...sumTraffic(visit.traffic) };
}

describe('a page that forges the counters of its own world', () => {
	it('cannot claim more time than its visit has lasted', async () => {
		await stay();
		await report({ connections: FORGED, activeMs: 2 ** 40, media: FOREVER, nowPlaying: PLAYING });
		const { activeMs, media } = figures().visit;
		const times = [activeMs, media.classMs, media.screenShareMs, media.videoMs, media.videoMsByHeight[720]];
		expect(times).toEqual(times.map(() => AGE_MS));
	});

	it('claims nothing that is measured, nothing faster than any line, and the rest is unknown', async () => {
		await stay();
		await report({ connections: `${HONEST}\n${FORGED}` });
		const { measuredBytes, receivedBytes, unknownCount, visit } = figures();
		expect(measuredBytes).toBe(0);
		expect(receivedBytes).toBe(5_000);
		expect(unknownCount).toBeGreaterThan(98);
		expect(unknownCount).toBeLessThan(200);
		expect(visit.traffic.sentBytes).toBeLessThanOrEqual(FASTEST_BYTES);
	});

	it('gains nothing from many frames', async () => {
		await stay();
		const counters = `wss:k1,1,${FASTEST_BYTES / 2},0,0\ncall:classMs,${STAY_MS},0,0,0`;
		for (let index = 100; index < 400; index++)
			await report({ frameId: `frame0000000${index}`, connections: counters });
		expect(figures().receivedBytes).toBeLessThanOrEqual(FASTEST_BYTES);
		expect(figures().visit.activeMs).toBeLessThanOrEqual(AGE_MS);
	});

	it('gains nothing when the clock is set back, and loses nothing', async () => {
		await stay();
		await report({ activeMs: STAY_MS });
		vi.setSystemTime(NOW - 86_400_000);
		await report({ activeMs: STAY_MS + 1_000 });
		expect(figures().visit.activeMs).toBe(STAY_MS + 1_000);
	});
});

it('entries that a renderer forges are bounded too, also once their rows are settled', async () => {
	await stay();
	const entry = {
		initiator: 'fetch',
		ending: '',
		opaqueCount: 0,
		cachedCount: 0,
		sparedBytes: 2 ** 40,
		brokenCount: 0,
		entries: Array.from({ length: 50 }, (_, number) => [number, Date.now(), 2 ** 40]),
	};
	for (let first = 0; first < 4_000; first += 500) {
		const addresses = Array.from({ length: 500 }, (_, index) => ({
			...entry,
			key: `k${first + index}`,
			timedCount: 2 ** 30,
			timedBytes: 2 ** 40,
		}));
		await report({ addresses });
	}
	const { receivedBytes, visit } = figures();
	expect(receivedBytes).toBeLessThanOrEqual(FASTEST_BYTES);
	expect(visit.traffic.sparedBytes).toBeLessThanOrEqual(AGE_MS * 1_000_000);
	expect(sumTraffic(visit.traffic).requestCount).toBeLessThanOrEqual(4_000 + AGE_MS);
});

describe('an advertisement in a frame, with all hosts granted', () => {
	beforeEach(() => connect(new VisitTracker(rig.sink, { seesEverything: () => true })));
	/** The network has shown the page and the picture of the advertisement. */
	async function stayWithAd(): Promise<void> {
		await stay();
		rig.complete(LESSON, 40_000, { type: 'main_frame', requestId: '1' });
		rig.complete(`${AD}.png`, 30_000, { type: 'image', requestId: '2' });
	}

	it('adds the bytes that the network shows of it, and no time', async () => {
		await stayWithAd();
		await report({ activeMs: 5_000 });
		await report({ connections: FORGED, activeMs: 2 ** 40, media: FOREVER }, AD);
		const { visit, receivedBytes, measuredBytes } = figures();
		expect([visit.activeMs, visit.media.videoMs, visit.media.classMs]).toEqual([5_000, 0, 0]);
		expect([receivedBytes, measuredBytes]).toEqual([70_000, 70_000]);
	});

	it('has no video of one pixel, while an embedded player has its video', async () => {
		await stayWithAd();
		const media = { ...NO_MEDIA, videoMs: 4_000 };
		await report({ media, nowPlaying: { ...PLAYING, shownWidthPx: 1, shownHeightPx: 1 } }, AD);
		expect([figures().visit.media.videoMs, figures().visit.nowPlaying]).toEqual([0, null]);
		await report({ media, nowPlaying: { ...PLAYING, shownWidthPx: 640, shownHeightPx: 360 } }, AD);
		expect([figures().visit.media.videoMs, figures().visit.nowPlaying?.shownWidthPx]).toEqual([4_000, 640]);
	});

	it('holds a class only if there is room for one', async () => {
		await stayWithAd();
		const connections = 'call:classMs,4000,0,0,0\nrtc:transport:,1,900,0,0';
		await report({ connections }, AD);
		expect([figures().visit.media.classMs, figures().receivedBytes]).toEqual([0, 70_000]);
		await report({ connections, isLarge: true }, AD);
		expect([figures().visit.media.classMs, figures().receivedBytes]).toEqual([4_000, 70_900]);
	});

	it('does not speak for the page, even with the id of its frame', async () => {
		await stayWithAd();
		await report({ frameId: TOP, activeMs: 5_000, isLeaving: true }, AD);
		const { visit } = figures();
		expect([visit.id, visit.activeMs]).toEqual([VISIT, 0]);
		const context = { frameId: CHILD, visitId: 'visit0000000000z', startedAtMs: NOW, day: '2026-11-23' };
		await send('frame/open', context, AD, 7);
		expect(figures().visit).toMatchObject({ id: VISIT, host: 'moodle.example' });
	});
});
