import type { AuditedVisit } from '@/utils/core/audit/audited-visit';
import type { VisitState } from '@/utils/core/measure/visit-state';
import type { LiveVisit } from '@/utils/core/schema/visit';
import type { PendingEvent } from './pending/pending-event';

/** Where the tracker persists and shows visits. */
export interface VisitSink {
	/** A visit has a change that is not persisted yet. */
	noteChange(id: string): void;
	/** Persists states, to restore them after the background was stopped. Older states under the same ids are never restored, even if it fails. */
	persist(states: readonly VisitState[]): Promise<void>;
	/** Persists the network events of followed pages that have no visit yet, in place of those before. */
	persistPending(events: readonly PendingEvent[]): void;
	/** Writes the figures to the database, and what audits keep of the same moment. */
	save(visits: readonly LiveVisit[], loads: readonly AuditedVisit[]): Promise<void>;
	/** Deletes persisted states that accept no more events. */
	discard(ids: readonly string[]): Promise<void>;
	/** Called when the figures of a tab changed; null when it has no visit. */
	notify(tabId: number, visit: LiveVisit | null): void;
}
