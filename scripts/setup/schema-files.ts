import { basename } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { AUDIT_SCHEMA } from '@/utils/core/audit/hand-over/audit-json';
import { BACKUP_SCHEMA } from '@/utils/core/export/backup';
import { COLUMNS, jsonName } from '@/utils/core/export/columns';
import { WEEK_SCHEMA } from '@/utils/core/export/week-json';
import { AUDIT_DEFINITIONS, AuditReportFileSchema } from '@/utils/core/schema/audit/audit-file';
import { BACKUP_DEFINITIONS, BackupFileSchema } from '@/utils/core/schema/backup-file';
import { ManagedSchema } from '@/utils/core/schema/policy';
import { weekFileSchema } from '@/utils/core/schema/week-file';

/**
 * The JSON Schema (draft 2020-12) of a file. Checks in code have no counterpart and are left out. Its patterns are Unicode
 * ones by definition, so a pattern with the flag `u` converts as it is.
 */
function jsonSchema(schema: GenericSchema, definitions: Record<string, GenericSchema> = {}): object {
	return toJsonSchema(schema, {
		target: 'draft-2020-12',
		typeMode: 'output',
		definitions,
		overrideAction: ({ valibotAction, jsonSchema }) =>
			valibotAction.type === 'check' || valibotAction.type === 'regex' ? jsonSchema : null,
	});
}

/** The schema by which Chrome validates policies: a subset of JSON Schema without `$schema`, `required`, bounds of lengths and defaults. */
function managedSchema(): object {
	const { type, properties } = toJsonSchema(ManagedSchema);
	return {
		type,
		properties: Object.fromEntries(Object.entries(properties ?? {}).map(([name, each]) => [name, managed(each)])),
	};
}

type Schema = ReturnType<typeof toJsonSchema>;
type Member = NonNullable<Schema['properties']>[string];

function managed(schema: Member): Member {
	if (typeof schema === 'boolean') return schema;
	const { required: _, default: _default, minLength: _min, maxLength: _max, properties, ...rest } = schema;
	// Chrome knows lists of values for whole numbers and texts only.
	if (rest.enum && rest.type === 'number') rest.type = 'integer';
	const members = Object.entries(properties ?? {}).map(([name, each]) => [name, managed(each)]);
	return properties ? { ...rest, properties: Object.fromEntries(members) } : rest;
}

/** The published schemas: path from the root, content. */
export function schemaFiles(): readonly (readonly [path: string, text: string])[] {
	const week = weekFileSchema(Object.fromEntries(COLUMNS.map((column) => [jsonName(column), column.unit])));
	const published = [
		{ $id: WEEK_SCHEMA, ...jsonSchema(week.schema, week.definitions) },
		{ $id: BACKUP_SCHEMA, ...jsonSchema(BackupFileSchema, BACKUP_DEFINITIONS) },
		{ $id: AUDIT_SCHEMA, ...jsonSchema(AuditReportFileSchema, AUDIT_DEFINITIONS) },
	];
	const files: [string, object][] = published.map((schema) => [`schemas/${basename(schema.$id)}`, schema]);
	return [...files, ['managed-schema.json', managedSchema()] as const].map(([path, schema]) => [
		`public/${path}`,
		`${JSON.stringify(schema, null, '\t')}\n`,
	]);
}
