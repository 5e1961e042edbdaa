import { basename } from 'node:path';
import { backupSchema } from './backup-schema.ts';
import { weekSchema } from './week-schema.ts';

/** The published schemas: path from the root, content. */
export function schemaFiles(): readonly (readonly [path: string, text: string])[] {
	return [weekSchema(), backupSchema()].map((schema) => {
		const { $id } = schema as { $id: string };
		return [`public/schemas/${basename($id)}`, `${JSON.stringify(schema, null, '\t')}\n`];
	});
}
