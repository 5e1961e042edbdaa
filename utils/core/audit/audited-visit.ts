import type { VisitState } from '@/utils/core/measure/visit-state';
import type { LiveVisit } from '@/utils/core/schema/visit';
import { foldLoad } from './fold-load';
import type { PageLoad } from './place-load';

/** The load of a page; `query` tells it from others of its path and is never stored. */
export interface AuditedPage extends Omit<PageLoad, 'code'> {
	readonly query: string;
}

/** A visit of a host that is audited. */
export interface AuditedVisit {
	readonly visitId: string;
	readonly host: string;
	readonly courseKey: string;
	/** Null for a page that shows people or is open for editing. */
	readonly page: AuditedPage | null;
}

/** What an audit keeps of a visit as it is now; null where none runs, and until a page under way was inspected. */
export function auditedVisit(visit: VisitState, figures: LiveVisit): AuditedVisit | null {
	const { trace, host, courseKey, activity, id: visitId } = visit;
	if (!trace) return null;
	const documents = Object.values(trace.documents);
	if (!trace.page || documents.some(({ isEditing }) => isEditing)) return { visitId, host, courseKey, page: null };
	if (documents.length === 0 && visit.endedAtMs === null) return null;
	const { title = '' } = trace.documents[visit.topFrameId] ?? {};
	const page = {
		...trace.page,
		title,
		activity,
		isPastCache: trace.isPastCache,
		load: foldLoad(visit, trace, figures),
	};
	return { visitId, host, courseKey, page };
}
