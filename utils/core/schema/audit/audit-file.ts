import * as v from 'valibot';
import { ACTIVITIES, KINDS } from '@/utils/core/schema/names';
import { DaySchema } from '@/utils/core/schema/values';

/** First field of every audit file. */
export const AUDIT_FORMAT = 'sobrio-audit';
/** Goes up by one with each change that a program reading the file would notice. */
export const AUDIT_VERSION = 1;

const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const AmountSchema = v.pipe(v.number(), v.minValue(0));
const TextSchema = v.string();

/** `received_bytes` are the measured and the estimated ones; requests of unknown size are counted, and in neither. */
const WeightSchema = v.strictObject({
	measured_bytes: AmountSchema,
	estimated_bytes: AmountSchema,
	unknown_requests: CountSchema,
	requests: CountSchema,
});

const NameSchema = v.strictObject({ host: TextSchema, path: TextSchema });

const FileSchema = v.strictObject({
	host: TextSchema,
	path: TextSchema,
	kind: v.picklist(KINDS),
	...WeightSchema.entries,
	cached_requests: CountSchema,
});

const FindingSchema = v.strictObject({
	rule: TextSchema,
	/** Null for what several files make together, or a video without a file. */
	file: v.nullable(NameSchema),
	part: TextSchema,
	tool: TextSchema,
	title: TextSchema,
	advice: TextSchema,
	/** Null where the advice is not about bytes. */
	stake: v.nullable(v.strictObject({ low_bytes: AmountSchema, high_bytes: v.nullable(AmountSchema), per: TextSchema })),
	criteria: v.array(TextSchema),
});

const LoadSchema = v.nullable(v.strictObject({ ...WeightSchema.entries, files: v.array(FileSchema) }));

const AuditFileEntries = {
	$schema: TextSchema,
	format: v.literal(AUDIT_FORMAT),
	version: v.literal(AUDIT_VERSION),
	exported_on: DaySchema,
	sobrio_version: TextSchema,
	audit: v.strictObject({
		name: TextSchema,
		host: TextSchema,
		platform: TextSchema,
		course_key: TextSchema,
		/** Milliseconds since 1970; null while it runs. */
		started_at_ms: AmountSchema,
		ended_at_ms: v.nullable(AmountSchema),
	}),
	/** The heaviest first visit first. */
	pages: v.array(
		v.strictObject({
			number: CountSchema,
			title: TextSchema,
			path: TextSchema,
			activity: v.picklist(ACTIVITIES),
			first: LoadSchema,
			again: LoadSchema,
			findings: v.array(FindingSchema),
		}),
	),
	/** The criteria of the RGESN 2024 that were measured. */
	criteria: v.array(
		v.strictObject({
			criterion: TextSchema,
			verdict: v.picklist(['passed', 'failed', 'unseen']),
			judged: CountSchema,
			against: CountSchema,
			evidence: v.array(v.strictObject({ page: CountSchema, file: v.nullable(NameSchema) })),
		}),
	),
	/** Those of which only a person can judge. */
	criteria_by_person: v.array(TextSchema),
};

/** An audit as published in `public/schemas`. */
export const AuditReportFileSchema = v.pipe(
	v.strictObject(AuditFileEntries),
	v.title('An audit of Sobrio'),
	v.description(
		'What the pages and files of a course weigh, and what an author can change. Bytes are of one view on one device; null is unknown, never 0.',
	),
);

export const AUDIT_DEFINITIONS = { load: LoadSchema, file: FileSchema, finding: FindingSchema, name: NameSchema };
