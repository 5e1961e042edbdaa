import { addressKey } from '@/utils/core/measure/address-key';
import { noFinalTotals, withUnknown } from '@/utils/core/measure/final-totals';
import { ageAtStart } from '@/utils/core/measure/limits/visit-age';
import { loadedBefore } from '@/utils/core/measure/loaded-before';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { isSharedHost } from '@/utils/core/platforms/hosted';
import type { FrameSender } from '@/utils/core/schema/frame-messages';
import type { FrameOpen } from '@/utils/core/schema/frame-report';
import { NO_ASSISTANTS } from '@/utils/core/visit/assistants';
import type { TrackerRules } from './tracker-rules';
import type { VisitRegistry } from './visit-registry';

/** What is known of a page before its visit begins. */
export interface PageStart {
	/** The visits under way, and those that ended a moment ago. */
	readonly registry: Pick<VisitRegistry, 'all'>;
	readonly rules: TrackerRules;
	/** When the background first ran in this session of the browser, milliseconds since 1970. */
	readonly sinceMs: number;
	/** Network events may have missed requests of pages that began before, milliseconds since 1970. */
	readonly wholeSinceMs: number;
}

/** A visit with no figures yet; with one unknown request where an earlier visit of the same document was lost. */
export function beginVisit(
	sender: FrameSender,
	report: FrameOpen,
	id: string,
	{ registry, rules, sinceMs, wholeSinceMs }: PageStart,
): VisitState {
	const heardAtMs = Date.now();
	const { origin, hostname } = new URL(sender.url);
	const { isLate, isAgain, startedAtMs } = report;
	const isSeenFromStart = isAgain || (!isLate && startedAtMs >= wholeSinceMs);
	const isPartial = isAgain || !isSeenFromStart;
	const trace = rules.traceOf({ tabId: sender.tabId, url: sender.url, isPartial });
	return {
		id,
		tabId: sender.tabId,
		topFrameId: report.frameId,
		documentId: sender.documentId,
		documentKey: addressKey(sender.url),
		routeKey: addressKey(sender.url.replace(/#(?=[!/])/, '%23')),
		// The document itself was counted by a visit before, of a single-page application or lost.
		isDocumentCounted: isAgain || registry.all.some(({ topFrameId }) => topFrameId === report.frameId),
		isHeld: isSharedHost(hostname),
		isFullyVisible: isSeenFromStart && rules.seesEverything(),
		loadedBefore: loadedBefore(registry.all),
		origin,
		host: hostname,
		day: report.day,
		startedAtMs,
		ageMs: ageAtStart(startedAtMs, sinceMs, heardAtMs),
		heardAtMs,
		platform: 'site',
		courseKey: '',
		courseLabel: null,
		activity: 'page',
		activeMs: 0,
		earlierActiveMs: 0,
		elsewhere: [],
		endedAtMs: null,
		openRequests: {},
		frames: {},
		isFrozen: false,
		hasNetworkEvents: false,
		hasUnreportedEvents: false,
		asked: rules.countsAssistants() ? NO_ASSISTANTS : null,
		finalTotals: isAgain ? withUnknown(noFinalTotals()) : noFinalTotals(),
		ledger: {},
		seenWindows: [],
		redirectedWindows: [],
		settledKeys: '',
		...(trace && { trace }),
	};
}
