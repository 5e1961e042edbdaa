import type { LiveVisit, PageFigures } from '@/utils/core/schema/visit';
import { addAssistants, carryAssistants, NO_ASSISTANTS } from './assistants';
import { addMedia } from './media';
import { addTraffic } from './traffic';

/** A visit with what its page had before midnight, under the id of its first visit: the page as it is open. */
export function wholePage(visit: LiveVisit): LiveVisit {
	return visit.beforeMidnight ? { ...visit, ...addFigures(visit.beforeMidnight, visit) } : visit;
}

/** What a page has so far, to be kept beside its visit of the next day. */
export function pageFigures(visit: LiveVisit): PageFigures {
	const { id, activeMs, traffic, media, assistants = NO_ASSISTANTS } = wholePage(visit);
	return { id, activeMs, traffic, media, ...carryAssistants(assistants) };
}

function addFigures(a: PageFigures, b: PageFigures): PageFigures {
	return {
		id: a.id,
		activeMs: a.activeMs + b.activeMs,
		traffic: addTraffic(a.traffic, b.traffic),
		media: addMedia(a.media, b.media),
		...carryAssistants(addAssistants(a.assistants ?? NO_ASSISTANTS, b.assistants ?? NO_ASSISTANTS)),
	};
}
