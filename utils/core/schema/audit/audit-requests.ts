import * as v from 'valibot';
import { HostSchema, IdSchema, PlatformIdSchema } from '@/utils/core/schema/values';
import { AuditNameSchema, CourseKeySchema } from './audit';
import { CountSchema } from './audit-load';

const AuditRequestSchema = v.object({ id: IdSchema });

/** What a page of ours may request of audits, by message type. */
export const AUDIT_REQUESTS = {
	/** Whether an audit may run, and which one does. */
	'audit/state': v.object({}),
	'audit/list': v.object({}),
	/** Some pages of an audit, in order, after the one with this number. */
	'audit/pages': v.object({ id: IdSchema, after: CountSchema }),
	/** Starts an audit of a course. One runs at a time. */
	'audit/start': v.object({
		host: HostSchema,
		platform: PlatformIdSchema,
		courseKey: v.pipe(CourseKeySchema, v.minLength(1)),
		name: AuditNameSchema,
	}),
	/** Ends the audit that runs. */
	'audit/stop': v.object({}),
	'audit/rename': v.object({ id: IdSchema, name: AuditNameSchema }),
	/** Deletes an audit with its pages; one that runs ends. */
	'audit/delete': AuditRequestSchema,
	/** Loads the page of a tab again past the cache: its next visit is a first visit. */
	'audit/reload': v.object({ tabId: v.pipe(v.number(), v.integer()) }),
};
