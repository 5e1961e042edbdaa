/**
 * Runs Mozilla's linter on the Firefox build, for desktop and Android, and ends with 1 unless it finds exactly the warning that docs/store/review.en.md explains.
 * `web-ext lint --warnings-as-errors` cannot accept a known warning.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup/paths.mjs';

/** A message of the linter, https://github.com/mozilla/addons-linter: the fields that are read here. */
interface Message {
	readonly code: string;
	readonly message: string;
	readonly file?: string;
}

const BUILD = join(ROOT, '.output/firefox-mv3');
/** What only Preact's own module names: the assignment that the warning is about. */
const PREACT_PROPERTY = 'dangerouslySetInnerHTML';

const { browser_specific_settings: versions } = JSON.parse(readFileSync(join(BUILD, 'manifest.json'), 'utf8'));
// The linter checks what Firefox for Android lacks only for a manifest that names its version.
if (!versions.gecko_android?.strict_min_version)
	throw new Error('The manifest names no version of Firefox for Android.');

const { stdout, stderr } = spawnSync(
	join(ROOT, 'node_modules/.bin/web-ext'),
	['lint', '--source-dir', BUILD, '--output', 'json'],
	{ encoding: 'utf8', maxBuffer: Number.POSITIVE_INFINITY, shell: process.platform === 'win32' },
);

try {
	const { errors, warnings, notices } = JSON.parse(stdout) as Record<'errors' | 'warnings' | 'notices', Message[]>;
	const messages = [...errors, ...warnings, ...notices];
	const others = messages.filter((message) => !isKnown(message));
	for (const { code, message, file } of others) console.error(`${code} ${file ?? ''}: ${message}`);
	const knownCount = messages.length - others.length;
	console.log(`desktop and Android: ${knownCount} known warning, ${others.length} others`);
	if (knownCount !== 1)
		console.error('The warning of docs/store/review.en.md must occur once: correct the notes and this script.');
	process.exitCode = others.length === 0 && knownCount === 1 ? 0 : 1;
} catch {
	console.error(stdout, stderr);
	process.exitCode = 1;
}

function isKnown({ code, message, file }: Message): boolean {
	return (
		code === 'UNSAFE_VAR_ASSIGNMENT' &&
		message === 'Unsafe assignment to innerHTML' &&
		file !== undefined &&
		readFileSync(join(BUILD, file), 'utf8').includes(PREACT_PROPERTY)
	);
}
