/**
 * Makes .output/firefox-mv3-unlisted/ from the Firefox build: the same, with the address of its updates in the manifest. It is for
 * `web-ext sign`: Firefox keeps only signed extensions, and one that is not in the store has no other way to be updated.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UPDATES_URL } from '@/utils/core/project';
import { ROOT } from './setup/paths.mjs';
import { withUpdates } from './setup/release.ts';

const [build, unlisted] = ['firefox-mv3', 'firefox-mv3-unlisted'].map((name) => join(ROOT, '.output', name)) as [
	string,
	string,
];
rmSync(unlisted, { recursive: true, force: true });
cpSync(build, unlisted, { recursive: true });
const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
writeFileSync(join(unlisted, 'manifest.json'), JSON.stringify(withUpdates(manifest, UPDATES_URL)));
