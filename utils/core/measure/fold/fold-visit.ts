import { foldAssistants } from '@/utils/core/measure/assistants/fold-assistants';
import { finalTraffic, withUnknown } from '@/utils/core/measure/final-totals';
import { boundMedia, hasCredibleVideo, sumFrames } from '@/utils/core/measure/limits/claimed-media';
import { boundWaste, claimLimit, maxClaimedBytes, maxSavedBytes } from '@/utils/core/measure/limits/claims';
import type { FrameState, VisitState } from '@/utils/core/measure/visit-state';
import type { LiveVisit } from '@/utils/core/schema/visit';
import type { Waste } from '@/utils/core/schema/waste';
import { carryAssistants } from '@/utils/core/visit/assistants';
import { byTheClock, courseMs } from '@/utils/core/visit/course-time';
import { addTraffic } from '@/utils/core/visit/traffic';
import { addWaste, carryWaste, NO_WASTE } from '@/utils/core/visit/waste';
import { foldDocuments } from './fold-documents';
import { foldLedger, unplayedBytes } from './fold-ledger';
import { hiddenWindowCount, windowTraffic } from './fold-windows';

/** What a frame loaded unnecessarily, without the documents, which no frame can know. An embedded player that has played since the inspection is no waste. */
function wasteOf({ waste: claimed, media }: FrameState): Waste {
	const { documentCount: _c, documentBytes: _b, ...waste } = claimed;
	if (media.videoMs + media.audioMs === 0) return waste;
	const { embedCount: _, embedBytes: __, ...withoutEmbeds } = waste;
	return withoutEmbeds;
}

/** The visit's current figures: the sum of its frames, and its folded ledger. */
export function foldVisit(visit: VisitState): LiveVisit {
	const frames = Object.values(visit.frames);
	const credible = frames.filter(hasCredibleVideo);
	const times = credible.map((frame) => frame.times);
	const played = byTheClock(sumFrames(visit), times);
	const maxBytes = maxClaimedBytes(visit);
	const media = {
		...boundMedia(played, visit.ageMs),
		unplayedBytes: Math.min(maxBytes, unplayedBytes(visit.ledger)),
	};
	const hasLostReport = visit.hasUnreportedEvents && visit.endedAtMs !== null && !visit.isFullyVisible;
	const windowCount = hiddenWindowCount(visit);
	const ofPage = addTraffic(
		foldLedger(visit.ledger, visit.isFullyVisible, claimLimit(visit), visit.finalTotals.uploadCount),
		finalTraffic(hasLostReport ? withUnknown(visit.finalTotals) : visit.finalTotals),
	);
	const traffic = addTraffic(ofPage, windowTraffic(visit));
	return {
		id: visit.id,
		day: visit.day,
		startedAtMs: visit.startedAtMs,
		host: visit.host,
		platform: visit.platform,
		courseKey: visit.courseKey,
		courseLabel: visit.courseLabel,
		activity: visit.activity,
		// With a class, the page is in use though it has no focus.
		activeMs: Math.min(visit.ageMs, Math.max(visit.activeMs, courseMs(times, visit.elsewhere), media.classMs)),
		traffic: {
			...traffic,
			sentBytes: traffic.sentBytes && Math.min(maxBytes, traffic.sentBytes),
			sparedBytes: Math.min(maxSavedBytes(visit), traffic.sparedBytes),
		},
		media,
		...carryAssistants(foldAssistants(visit)),
		...carryWaste(addWaste(foldDocuments(visit), boundWaste(frames.map(wasteOf).reduce(addWaste, NO_WASTE), visit))),
		nowPlaying: credible.find((frame) => frame.nowPlaying !== null)?.nowPlaying ?? null,
		...(windowCount > 0 && { windowCount }),
		...(visit.beforeMidnight && { beforeMidnight: visit.beforeMidnight.figures }),
	};
}
