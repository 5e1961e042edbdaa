import type { DayTotal, LiveVisit } from '@/utils/core/schema/visit';
import { carryAssistants, NO_ASSISTANTS, subtractAssistants } from '@/utils/core/visit/assistants';
import { subtractMedia } from '@/utils/core/visit/media';
import { subtractTraffic } from '@/utils/core/visit/traffic';

/**
 * Day totals with what the visit under way has gained since they were read, so that a day never shows less than its open page. `read` is
 * the visit that was under way then.
 */
export function withLiveVisit(
	days: readonly DayTotal[],
	read: LiveVisit | null,
	now: LiveVisit | null,
): readonly DayTotal[] {
	if (!now) return days;
	const { day, host, platform, courseKey, activity, activeMs, traffic, media, assistants = NO_ASSISTANTS } = now;
	const course = { day, host, platform, courseKey, activity };
	if (read?.id !== now.id)
		return [...days, { ...course, visitCount: 1, activeMs, traffic, media, ...carryAssistants(assistants) }];
	const gain: DayTotal = {
		...course,
		visitCount: 0,
		activeMs: activeMs - read.activeMs,
		traffic: subtractTraffic(traffic, read.traffic),
		media: subtractMedia(media, read.media),
		...carryAssistants(subtractAssistants(assistants, read.assistants ?? NO_ASSISTANTS)),
	};
	return [...days, gain];
}
