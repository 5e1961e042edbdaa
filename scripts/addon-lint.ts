/** Runs Mozilla's linter on the Firefox build, for desktop and Android, and ends with 1 unless it has nothing to say. */
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
	for (const { code, message, file } of [...errors, ...warnings, ...notices]) {
		console.error(`${code} ${file ?? ''}: ${message}`);
	}
	console.log(`desktop and Android: ${errors.length} errors, ${warnings.length} warnings, ${notices.length} notices`);
	process.exitCode = errors.length + warnings.length + notices.length > 0 ? 1 : 0;
} catch {
	console.error(stdout, stderr);
	process.exitCode = 1;
}
