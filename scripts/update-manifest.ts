/**
 * Writes out/updates.json for a signed `.xpi`, in which Firefox looks for updates of copies that do not come from the store.
 * `node --import ./scripts/setup/imports.mjs scripts/update-manifest.ts FILE.xpi ADDRESS`
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup/paths.mjs';
import { updateManifest } from './setup/release.ts';

const [file = '', address = ''] = process.argv.slice(2);
if (!file || !address.startsWith('https://')) throw new Error('Give the signed file, and its address (https://...).');
const manifest = JSON.parse(readFileSync(join(ROOT, '.output/firefox-mv3-unlisted/manifest.json'), 'utf8'));
const updates = updateManifest(manifest, { address, bytes: readFileSync(file) });
mkdirSync(join(ROOT, 'out'), { recursive: true });
writeFileSync(join(ROOT, 'out/updates.json'), `${JSON.stringify(updates, null, '\t')}\n`);
console.log('out/updates.json');
