import type { PendingEvent } from '@/utils/background/visits/pending/pending-event';
import type { VisitSink } from '@/utils/background/visits/visit-sink';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { LiveVisit } from '@/utils/core/schema/visit';

/** A sink that stores copies in memory, as storage does, and can be made to fail. */
export class PersistedVisits implements VisitSink {
	readonly states = new Map<string, VisitState>();
	readonly visits = new Map<string, LiveVisit>();
	readonly shown: { readonly tabId: number; readonly visit: LiveVisit | null }[] = [];
	pending: readonly PendingEvent[] = [];
	saveCount = 0;
	isFailing = false;
	/** Only the database is full. */
	isFull = false;

	noteChange(): void {}

	persistPending(events: readonly PendingEvent[]): void {
		this.pending = structuredClone(events);
	}

	async persist(states: readonly VisitState[]): Promise<void> {
		if (this.isFailing) throw new Error('QuotaExceededError');
		for (const state of states) this.states.set(state.id, structuredClone(state));
	}

	async save(visits: readonly LiveVisit[]): Promise<void> {
		if (this.isFailing || this.isFull) throw new Error('QuotaExceededError');
		this.saveCount++;
		for (const visit of visits) this.visits.set(visit.id, structuredClone(visit));
	}

	async discard(ids: readonly string[]): Promise<void> {
		for (const id of ids) this.states.delete(id);
	}

	notify(tabId: number, visit: LiveVisit | null): void {
		this.shown.push({ tabId, visit });
	}

	/** Bytes saved for a visit; null when it is not saved. */
	bytes(id: string): number | null {
		const received = this.visits.get(id)?.traffic.received;
		return received ? Object.values(received).reduce((sum, kind) => sum + kind.measuredBytes, 0) : null;
	}
}
