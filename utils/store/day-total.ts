import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import type { DayTotal, Visit } from '@/utils/core/schema/visit';
import { addAssistants, carryAssistants, NO_ASSISTANTS, subtractAssistants } from '@/utils/core/visit/assistants';
import { addMedia, subtractMedia } from '@/utils/core/visit/media';
import { add, subtract } from '@/utils/core/visit/parts';
import { addTraffic, NO_TRAFFIC, subtractTraffic } from '@/utils/core/visit/traffic';
import { addWaste, carryWaste, NO_WASTE, subtractWaste } from '@/utils/core/visit/waste';

/** The key of a day total, or of the one that a visit is part of. */
export function dayKey({ day, host, courseKey, activity }: DayTotal | Visit): [string, string, string, string] {
	return [day, host, courseKey, activity];
}

/** The day total of a visit's day, course and activity before it has any visit. */
export function emptyDay({ day, host, platform, courseKey, activity }: DayTotal | Visit): DayTotal {
	return {
		day,
		host,
		platform,
		courseKey,
		activity,
		visitCount: 0,
		activeMs: 0,
		traffic: NO_TRAFFIC,
		media: NO_MEDIA,
	};
}

/** A day total with one more visit. */
export function withVisit(
	{ waste: wasteBefore = NO_WASTE, assistants: assistantsBefore = NO_ASSISTANTS, ...total }: DayTotal,
	visit: Visit,
): DayTotal {
	return {
		...total,
		platform: visit.platform,
		visitCount: total.visitCount + 1,
		activeMs: add(total.activeMs, visit.activeMs),
		traffic: addTraffic(total.traffic, visit.traffic),
		media: addMedia(total.media, visit.media),
		...carryWaste(addWaste(wasteBefore, visit.waste ?? NO_WASTE)),
		...carryAssistants(addAssistants(assistantsBefore, visit.assistants ?? NO_ASSISTANTS)),
	};
}

/** What is left of a day total once a visit that was added to it is taken out. */
export function withoutVisit(
	{ waste: wasteBefore = NO_WASTE, assistants: assistantsBefore = NO_ASSISTANTS, ...total }: DayTotal,
	visit: Visit,
): DayTotal {
	return {
		...total,
		visitCount: total.visitCount - 1,
		activeMs: subtract(total.activeMs, visit.activeMs),
		traffic: subtractTraffic(total.traffic, visit.traffic),
		media: subtractMedia(total.media, visit.media),
		...carryWaste(subtractWaste(wasteBefore, visit.waste ?? NO_WASTE)),
		...carryAssistants(subtractAssistants(assistantsBefore, visit.assistants ?? NO_ASSISTANTS)),
	};
}

/** The sum of day totals, at least one, with the day, host and platform of the first. */
export function sumDayTotals(totals: readonly DayTotal[]): DayTotal {
	return totals.reduce(
		({ waste: wasteBefore = NO_WASTE, assistants: assistantsBefore = NO_ASSISTANTS, ...sum }, total) => ({
			...sum,
			visitCount: add(sum.visitCount, total.visitCount),
			activeMs: add(sum.activeMs, total.activeMs),
			traffic: addTraffic(sum.traffic, total.traffic),
			media: addMedia(sum.media, total.media),
			...carryWaste(addWaste(wasteBefore, total.waste ?? NO_WASTE)),
			...carryAssistants(addAssistants(assistantsBefore, total.assistants ?? NO_ASSISTANTS)),
		}),
	);
}
