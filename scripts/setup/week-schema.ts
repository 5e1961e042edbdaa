import { COLUMNS, type ColumnUnit, jsonName } from '@/utils/core/export/columns';
import { WEEK_FORMAT, WEEK_SCHEMA, WEEK_VERSION } from '@/utils/core/export/week-json';
import { ACTIVITIES, KINDS, SCOPES } from '@/utils/core/schema/names';
import { DEVICES, NETWORKS } from '@/utils/core/schema/profile';
import { exactly } from './schema-parts.ts';

const COUNT = { type: 'integer', minimum: 0 };
const AMOUNT = { type: 'number', minimum: 0 };
const TEXT = { type: 'string' };
const DAY = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

/** Null in a figure is what nobody knows; it is never 0. */
const BY_UNIT: Readonly<Record<ColumnUnit, object>> = {
	count: COUNT,
	share: { type: ['number', 'null'], minimum: 0, maximum: 1 },
	byte: { type: ['number', 'null'], minimum: 0 },
	ms: { type: ['number', 'null'], minimum: 0 },
	gram: AMOUNT,
};

const FIGURES = Object.fromEntries(COLUMNS.map((column) => [jsonName(column), BY_UNIT[column.unit]]));

const SHARED = { course_code: { type: 'string', pattern: '^[0-9a-z]{10}$' } };
const NAMED = { host: TEXT, platform: TEXT, course_key: TEXT, course: { type: ['string', 'null'] } };

function rowOf(course: Readonly<Record<string, object>>): object {
	return exactly({
		day: DAY,
		...course,
		activity: { enum: ACTIVITIES },
		...FIGURES,
		received_by_kind: exactly(Object.fromEntries(KINDS.map((kind) => [kind, { $ref: '#/$defs/kind' }])), KINDS),
		video_ms_by_height: {
			type: 'object',
			propertyNames: { pattern: '^\\d+$' },
			additionalProperties: AMOUNT,
		},
	});
}

/** What only a file of one scope has. */
function scopedAs(scope: (typeof SCOPES)[number], source: object, course: Readonly<Record<string, object>>): object {
	return {
		properties: { scope: { const: scope }, source, rows: { type: 'array', items: rowOf(course) } },
	};
}

/** The JSON Schema (draft 2020-12) of the weekly file, from the tables that write it. */
export function weekSchema(): object {
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		$id: WEEK_SCHEMA,
		title: 'A week of Sobrio',
		description:
			'One row per day, course and activity kind. Bytes are counted by the browser or estimated; measured_share says which part was measured. CO2e is a range, computed from the rows on the day of the export.',
		...exactly({
			$schema: TEXT,
			format: { const: WEEK_FORMAT },
			version: { const: WEEK_VERSION },
			week: { type: 'string', pattern: '^\\d{4}-W\\d{2}$' },
			scope: { enum: SCOPES },
			source: { type: ['string', 'null'] },
			exported_on: DAY,
			sobrio_version: TEXT,
			units: exactly(Object.fromEntries(COLUMNS.map((column) => [jsonName(column), TEXT]))),
			factors: exactly({
				computed_on: DAY,
				model: TEXT,
				sources: {
					type: 'array',
					items: exactly({ id: TEXT, publisher: TEXT, title: TEXT, year: TEXT, link: TEXT }),
				},
				equipment: exactly({
					device: { enum: DEVICES },
					network: { enum: NETWORKS },
					country: TEXT,
					device_age_years: { type: ['number', 'null'] },
					screens: COUNT,
				}),
			}),
			total: exactly(FIGURES),
			rows: { type: 'array' },
		}),
		$defs: { kind: exactly({ measured_bytes: AMOUNT, estimated_bytes: AMOUNT, unknown_requests: COUNT }) },
		oneOf: [
			scopedAs('shareable', { type: 'string', pattern: '^[0-9a-z]{12}$' }, SHARED),
			scopedAs('personal', { type: 'null' }, NAMED),
		],
	};
}
