/** Writes docs/data/factors.csv, the open data file of all factors, from the constants that the models use. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import './setup/imports.mjs';
import { ROOT } from './setup/paths.mjs';

const { FACTOR_FILE, factorFile } = await import('./setup/factor-file.ts');

const path = join(ROOT, FACTOR_FILE);
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, factorFile());
