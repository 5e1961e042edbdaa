/** Writes the published JSON Schemas of public/schemas/ from the tables that write the files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import './setup/imports.mjs';
import { ROOT } from './setup/paths.mjs';

const { schemaFiles } = await import('./setup/schema-files.ts');

mkdirSync(join(ROOT, 'public/schemas'), { recursive: true });
for (const [path, text] of schemaFiles()) writeFileSync(join(ROOT, path), text);
