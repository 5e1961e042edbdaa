import type { Audit, AuditPage } from '@/utils/core/schema/audit/audit';
import type { AuditFile, AuditLoad } from '@/utils/core/schema/audit/audit-load';
import type { Kind } from '@/utils/core/schema/names';
import type { KindTraffic } from '@/utils/core/schema/traffic';
import { addKind, NO_KIND_TRAFFIC } from '@/utils/core/visit/traffic';

/** Most pages of one audit, and files of all its loads. */
export const MAX_AUDIT_PAGES = 500;
export const MAX_AUDIT_FILES = 60_000;

/** What is known of a page besides its loads. */
export type PageHead = Pick<AuditPage, 'path' | 'code' | 'title' | 'activity'>;

/** The load of a page so far. */
export interface PageLoad extends PageHead {
	readonly load: AuditLoad;
	/** It was asked for past the cache: a first visit, whatever else a cache answered. */
	readonly isPastCache: boolean;
}

/** A page and its audit with one more load, or with a later state of one that they have. */
export interface Placed {
	readonly audit: Audit;
	/** Null where the audit has no room for another page. */
	readonly page: AuditPage | null;
}

/** Whether a cache answered any request of a file. */
const isCached = ({ cachedCount }: AuditFile) => cachedCount > 0;

/** Puts a load into its page, null while the audit has none of it: as the first visit where no cache answered, else as a return. */
export function placeLoad(audit: Audit, before: AuditPage | null, loaded: PageLoad): Placed {
	if (!before && audit.pageCount >= MAX_AUDIT_PAGES) return { audit, page: null };
	const { path, code, title, activity, isPastCache } = loaded;
	const isOther = (load: AuditLoad | null) => load !== null && load.visitId !== loaded.load.visitId;
	const first = before && isOther(before.first) ? before.first : null;
	const again = before && isOther(before.again) ? before.again : null;
	// Of a page that was open before the audit nobody knows whether a cache helped.
	const isWhole = !loaded.load.isPartial && !loaded.load.files.some(isCached);
	const isFirst = isPastCache || (first === null && isWhole);
	const others = isFirst ? again : first;
	const othersInAudit = audit.fileCount - countFiles(before?.first) - countFiles(before?.again) + countFiles(others);
	const load = withinRoom(loaded.load, Math.max(0, MAX_AUDIT_FILES - othersInAudit));
	const page: AuditPage = {
		auditId: audit.id,
		number: before?.number ?? audit.pageCount + 1,
		path,
		code,
		title: title || (before?.title ?? ''),
		activity,
		first: isFirst ? load : first,
		again: isFirst ? again : load,
	};
	const dropped = (each: AuditPage | null) =>
		(each?.first?.droppedFileCount ?? 0) + (each?.again?.droppedFileCount ?? 0);
	return {
		audit: {
			...audit,
			pageCount: audit.pageCount + (before ? 0 : 1),
			fileCount: othersInAudit + load.files.length,
			droppedFileCount: audit.droppedFileCount - dropped(before) + dropped(page),
		},
		page,
	};
}

function countFiles(load: AuditLoad | null | undefined): number {
	return load?.files.length ?? 0;
}

/** A load with so many files at most, the first ones; what the others received goes to its rest. */
export function withinRoom(load: AuditLoad, maxCount: number): AuditLoad {
	if (load.files.length <= maxCount) return load;
	const rest: Partial<Record<Kind, KindTraffic>> = { ...load.rest };
	for (const { kind, traffic } of load.files.slice(maxCount))
		rest[kind] = addKind(rest[kind] ?? NO_KIND_TRAFFIC, traffic);
	const droppedFileCount = load.droppedFileCount + load.files.length - maxCount;
	return { ...load, files: load.files.slice(0, maxCount), rest, droppedFileCount };
}
