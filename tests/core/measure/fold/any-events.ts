import fc from 'fast-check';
import { report } from '@/tests/core/visit/sample';
import { addressKey } from '@/utils/core/measure/address-key';
import type { FrameReport } from '@/utils/core/measure/frame-report';
import type { NetworkFact } from '@/utils/core/measure/network-request';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';

/** An event of the network, or a report of a frame. */
export type Event = { readonly fact: NetworkFact } | { readonly report: FrameReport };

/** Few addresses, so that events and reports share rows; each has one kind. */
const ADDRESSES = ['https://a.example/1', 'https://a.example/2', 'https://b.example/video'].map((url, index) => ({
	key: addressKey(url),
	kind: index === 2 ? ('video' as const) : ('data' as const),
}));
const address = fc.constantFrom(...ADDRESSES);
const amount = fc.integer({ min: 0, max: 1_000_000 });
/** Few moments, so that some events coincide. */
const moment = fc.nat(2_000);
const count = fc.integer({ min: 0, max: 5 });
const wholeBytes = fc.option(amount, { nil: null });

const cost = fc.oneof(
	fc.record({ outcome: fc.constant('sized' as const), bytes: fc.integer({ min: 400 }), headerBytes: fc.nat(400) }),
	fc.record({ outcome: fc.constant('unsized' as const), headerBytes: fc.nat(400), isBroken: fc.boolean() }),
	fc.record({ outcome: fc.constant('cached' as const), bytes: fc.constant(0), savedBytes: amount }),
);

/** The events of one request, in the order of a browser. */
const requestEvents = fc
	.record({
		requestId: fc.uuid(),
		address,
		hops: fc.array(fc.record({ bytes: fc.nat(400), hiddenBytes: fc.constantFrom(0, 0, 40_000) }), { maxLength: 2 }),
		isOpened: fc.boolean(),
		hasEnded: fc.boolean(),
		isCached: fc.boolean(),
		atMs: moment,
		cost,
		wholeBytes,
	})
	.map(({ requestId, address, hops, isOpened, hasEnded, isCached, atMs, cost, wholeBytes }): Event[] => [
		...hops.map((hop) => ({
			fact: { ...address, what: 'redirected' as const, requestId, ...hop, isNavigation: false },
		})),
		...(isOpened
			? [
					{
						fact: {
							...address,
							what: 'opened' as const,
							requestId,
							wholeBytes,
							atMs,
							isVideo: address.kind === 'video',
							isCodedStream: null,
							isCached,
							isFromStart: isCached,
						},
					},
				]
			: []),
		...(hasEnded
			? [
					{
						fact: {
							...address,
							what: 'ended' as const,
							requestId,
							cost,
							wholeBytes,
							sentBytes: 3,
							atMs,
							part: null,
							documentKey: null,
							isStandalone: true,
							isUpload: false,
						},
					},
				]
			: []),
	]);

/** Entries of an address: a later report may show more of one. */
const sizedEntries = fc.array(fc.tuple(fc.nat(5), moment, fc.option(amount, { nil: null })), { maxLength: 3 });

const reportEvent = fc
	.record({
		frameId: fc.constantFrom('frame0000000000a', 'frame0000000000b'),
		addresses: fc.array(
			fc
				.record({
					timedCount: count,
					timedBytes: amount,
					opaqueCount: count,
					cachedCount: count,
					sparedBytes: amount,
					brokenCount: count,
				})
				.chain((counts) =>
					fc.tuple(address, sizedEntries).map(([where, entries]) => ({ ...where, ...counts, entries })),
				),
			{ maxLength: 3 },
		),
		videos: fc.array(
			fc.record({
				key: fc.constant(ADDRESSES[2]?.key ?? ''),
				share: fc.double({ min: 0, max: 1, noNaN: true }),
				lastLoadedAtMs: moment,
				isPlayed: fc.boolean(),
				suspendedAtMs: moment,
				inspectedAtMs: moment,
				sharePerMs: fc.double({ min: 0, max: 1, noNaN: true }),
				hasJumped: fc.boolean(),
			}),
			{
				maxLength: 1,
			},
		),
		media: fc
			.record({
				videoMs: amount,
				audioMs: amount,
				hiddenMs: amount,
				oversizedMs: amount,
				videoMsByHeight: fc.dictionary(fc.constantFrom('240', '480', '1080'), fc.integer({ min: 1, max: 9_000 })),
			})
			.map((played) => ({ ...NO_MEDIA, ...played })),
		activeMs: amount,
	})
	.map((totals): Event => ({ report: report(totals) }));

/** Threads of events: the events of a request have an order, everything else may come in any order. */
export const threads = fc.array(
	fc.oneof(
		requestEvents,
		reportEvent.map((event) => [event]),
	),
	{ maxLength: 12 },
);

/** Interleaves threads; `picks` chooses the thread of each next event. */
export function interleave(threads: readonly (readonly Event[])[], picks: readonly number[]): Event[] {
	const remaining = threads.map((thread) => [...thread]);
	const events: Event[] = [];
	for (let step = 0; ; step++) {
		const waiting = remaining.filter((thread) => thread.length > 0);
		const next = waiting[(picks[step % picks.length] ?? 0) % (waiting.length || 1)]?.shift();
		if (!next) return events;
		events.push(next);
	}
}
