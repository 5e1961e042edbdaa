import * as v from 'valibot';
import { ACTIVITIES, MAX_AUDIT_NAME_LENGTH, MAX_PAGE_TITLE_LENGTH } from '@/utils/core/schema/names';
import {
	HostSchema,
	IdSchema,
	labelSchema,
	MomentSchema,
	type Of,
	PlatformIdSchema,
	parserOf,
	word,
} from '@/utils/core/schema/values';
import { AuditLoadSchema, CountSchema, PathSchema } from './audit-load';

const MAX_COURSE_KEY_LENGTH = 200;

/** Tells pages of one path apart: a code of the queries that make a page, which only this install can compute; '' where there are none. */
const PageCodeSchema = word(/^[0-9a-z]{0,16}$/);

export const AuditNameSchema = labelSchema(MAX_AUDIT_NAME_LENGTH);
export const CourseKeySchema = labelSchema(MAX_COURSE_KEY_LENGTH);

/** An audit of a course: what its pages loaded while a trainer walked through them. */
export const AuditSchema = v.strictObject({
	id: IdSchema,
	/** As the trainer named it. */
	name: AuditNameSchema,
	host: HostSchema,
	platform: PlatformIdSchema,
	courseKey: CourseKeySchema,
	/** Milliseconds since 1970; null while it runs. */
	startedAtMs: MomentSchema,
	endedAtMs: v.nullable(MomentSchema),
	pageCount: CountSchema,
	fileCount: CountSchema,
	/** Pages of the course that were not kept: beyond the limit, and those that show people or edit the course. */
	droppedPageCount: CountSchema,
	personalPageCount: CountSchema,
	/** Files beyond the limits, whose figures are in the `rest` of their loads. */
	droppedFileCount: CountSchema,
});

export type Audit = Of<typeof AuditSchema>;

/** A page of an audited course. */
export const AuditPageSchema = v.strictObject({
	auditId: IdSchema,
	/** 1 for the first page of the audit. */
	number: v.pipe(CountSchema, v.minValue(1)),
	path: PathSchema,
	/** With the path it is the same page in another audit of this install. */
	code: PageCodeSchema,
	/** As the page shows it, without what names the account. */
	title: labelSchema(MAX_PAGE_TITLE_LENGTH),
	activity: v.picklist(ACTIVITIES),
	/** The last load past the cache, or of which a cache answered nothing; and the last of which it answered something. */
	first: v.nullable(AuditLoadSchema),
	again: v.nullable(AuditLoadSchema),
});

export type AuditPage = Of<typeof AuditPageSchema>;

/** As stored; null for anything else. */
export const parseAudit = parserOf(AuditSchema, null);
export const parseAuditPage = parserOf(AuditPageSchema, null);

/** Whether an audit may run, and which one does. */
export interface AuditState {
	/** False where the organisation forbids audits. */
	readonly isAllowed: boolean;
	readonly running: Audit | null;
}

/** The replies to pages of ours that ask of audits. */
export interface AuditValues {
	'audit/state': AuditState;
	/** The newest first. */
	'audit/list': readonly Audit[];
	/** `AuditPage`s as JSON, none when none is left: Firefox passes objects on ten times slower than their text (`bench:audit`). */
	'audit/pages': string;
	/** Null where the organisation forbids audits, the host is not followed, or another one runs. */
	'audit/start': Audit | null;
}
