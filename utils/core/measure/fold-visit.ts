import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { LiveVisit } from '@/utils/core/schema/visit';
import type { Waste } from '@/utils/core/schema/waste';
import { byTheClock, courseMs } from '@/utils/core/visit/course-time';
import { addMedia } from '@/utils/core/visit/media';
import { addTraffic } from '@/utils/core/visit/traffic';
import { addWaste, carryWaste, NO_WASTE } from '@/utils/core/visit/waste';
import { finalTraffic, withUnknown } from './final-totals';
import { foldLedger, unplayedBytes } from './fold-ledger';
import type { FrameState, VisitState } from './visit-state';

/** What a frame loaded unnecessarily. An embedded player that has played since the inspection is no waste. */
function wasteOf({ waste, media }: FrameState): Waste {
	if (media.videoMs + media.audioMs === 0) return waste;
	const { embedCount: _, embedBytes: __, ...withoutEmbeds } = waste;
	return withoutEmbeds;
}

/** The visit's current figures: the sum of its frames, and its folded ledger. */
export function foldVisit(visit: VisitState): LiveVisit {
	const frames = Object.values(visit.frames);
	const times = frames.map((frame) => frame.times);
	const played = byTheClock(
		frames.reduce((sum, frame) => addMedia(sum, frame.media), NO_MEDIA),
		times,
	);
	const media = { ...played, unplayedBytes: unplayedBytes(visit.ledger) };
	const hasLostReport = visit.hasUnreportedEvents && visit.endedAtMs !== null && !visit.isFullyVisible;
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
		activeMs: Math.max(visit.activeMs, courseMs(times, visit.elsewhere), media.classMs),
		traffic: addTraffic(
			foldLedger(visit.ledger, visit.isFullyVisible),
			finalTraffic(hasLostReport ? withUnknown(visit.finalTotals) : visit.finalTotals),
		),
		media,
		...carryWaste(frames.map(wasteOf).reduce(addWaste, NO_WASTE)),
		nowPlaying: frames.find((frame) => frame.nowPlaying !== null)?.nowPlaying ?? null,
	};
}
