import { applyNetworkFact } from '@/utils/core/measure/apply-network-fact';
import { noteAsked } from '@/utils/core/measure/assistants/asked';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { PendingEvent } from './pending-events';

/** Counts what a network event shows: the request, and what it asked of an assistant. */
export function applyEvent(visit: VisitState, { details, fact }: PendingEvent): void {
	applyNetworkFact(visit, fact);
	noteAsked(visit, details, fact);
}
