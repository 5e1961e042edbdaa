import { report as emptyReport, request } from '@/tests/core/visit/sample';
import { Router } from '@/utils/background/routes/router';
import type { VisitSink } from '@/utils/background/visits/visit-sink';
import { writeVisit } from '@/utils/background/visits/visit-text';
import { VisitTracker } from '@/utils/background/visits/visit-tracker';
import { addressKey } from '@/utils/core/measure/address-key';
import { RequestReader } from '@/utils/core/measure/network-request';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { sumTraffic } from '@/utils/core/visit/traffic';

export const PAGE = 'https://moodle.example/course/view.php?id=7';
const FRAME = 'frame0000000000a';
const ID = 'sobrio';

/** The background's router and tracker, with a store in memory; messages and network events as a browser delivers them. */
export class FloodedBackground {
	readonly visits = new Map<string, LiveVisit>();
	readonly tracker: VisitTracker;
	/** The longest that any message waited for its answer, milliseconds. */
	longestAnswerMs = 0;
	persistedLength = 0;
	visitId = '';
	#requestCount = 0;
	readonly #reader = new RequestReader();
	readonly #router: Router;

	constructor(seesEverything: boolean) {
		const sink: VisitSink = {
			noteChange: () => {},
			persist: async (states) => {
				for (const state of states) this.persistedLength = JSON.stringify(writeVisit(state)).length;
			},
			persistPending: () => {},
			discard: async () => {},
			save: async (visits) => {
				for (const visit of visits) this.visits.set(visit.id, visit);
			},
			notify: () => {},
		};
		this.tracker = new VisitTracker(sink, { seesEverything: () => seesEverything });
		const pages = { 'visit/get': () => this.tracker.current(1) } as never;
		this.#router = new Router(ID, 'chrome-extension://sobrio/', pages, {
			open: (sender, opening) => this.tracker.open(sender, opening),
			report: (sender, totals) => this.tracker.report(sender, totals),
			media: () => {},
			hooks: () => {},
			soberHooks: () => {},
			soberEffects: () => '',
			soberReport: () => null,
			language: async () => 'fr',
		});
	}

	/** The top frame opens a visit; returns the id of the one it belongs to. */
	async open(number = 0): Promise<string> {
		const visitId = `visit${String(number).padStart(11, '0')}`;
		const opening = { frameId: FRAME, visitId, startedAtMs: Date.now(), day: '2026-11-23', isLate: false };
		const reply = await this.#ask(
			{ type: 'frame/open', request: opening },
			{ url: `${PAGE}&route=${number}`, frameId: 0 },
		);
		this.visitId = (reply as { value: { visitId: string } }).value.visitId;
		return this.visitId;
	}

	async report(changes: object, frameNumber = 0): Promise<void> {
		const { connections: _, ...empty } = emptyReport();
		const frameId = frameNumber === 0 ? FRAME : `frame${String(frameNumber).padStart(11, '0')}`;
		const totals = { ...empty, connections: '', frameId, visitId: this.visitId, media: null, ...changes };
		await this.#ask({ type: 'frame/report', request: totals }, { url: PAGE, frameId: frameNumber });
	}

	/** A completed request that the network shows. */
	complete(url: string, bytes: number): void {
		const requestId = String(this.#requestCount++);
		const details = request(url, { requestId, responseSize: bytes, timeStamp: Date.now() });
		this.tracker.record(details, this.#reader.completed(details));
	}

	/** What the popup asks for; returns the received bytes. */
	async receivedBytes(): Promise<number> {
		const page = { url: 'chrome-extension://sobrio/popup.html' };
		const reply = await this.#ask({ type: 'visit/get', request: { tabId: 1 } }, page);
		return sumTraffic((reply as { value: LiveVisit }).value.traffic).receivedBytes;
	}

	async #ask(message: object, sender: object): Promise<unknown> {
		const startMs = performance.now();
		const reply = await this.#router.answer(message, { id: ID, tab: { id: 1 }, ...sender } as never);
		this.longestAnswerMs = Math.max(this.longestAnswerMs, performance.now() - startMs);
		return reply;
	}
}

/** A page's entry of one completed request, as a frame sends it. */
export function entryOf(url: string, bytes: number) {
	const none = { opaqueCount: 0, cachedCount: 0, sparedBytes: 0, brokenCount: 0 };
	return {
		key: addressKey(url),
		initiator: 'fetch',
		ending: '',
		timedCount: 1,
		timedBytes: bytes,
		...none,
		entries: [],
	};
}
