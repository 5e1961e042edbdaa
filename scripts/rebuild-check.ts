/**
 * What `npm run rebuild` ends in: unpacks the sources archive into a new folder, installs from the registry, makes the packages there,
 * and ends with 1 unless they have the same bytes as ours. Store reviewers do the same.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './setup/paths.mjs';
import { sha256 } from './setup/release.ts';

const folder = mkdtempSync(join(tmpdir(), 'sobrio-rebuild-'));
const packagesIn = (root: string) =>
	Object.fromEntries(
		readdirSync(join(root, '.output'))
			.filter((name) => name.endsWith('.zip'))
			.sort()
			.map((name) => [name, sha256(readFileSync(join(root, '.output', name)))]),
	);

/** Runs a command in the new folder; throws when it fails. */
function run(command: string, args: readonly string[]): void {
	const { status } = spawnSync(command, args, {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: process.platform === 'win32',
	});
	if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}.`);
}

try {
	const ours = packagesIn(ROOT);
	const sources = Object.keys(ours).find((name) => name.endsWith('-sources.zip'));
	if (sources === undefined) throw new Error('There is no sources archive: npm run zip makes it.');
	run('unzip', ['-q', join(ROOT, '.output', sources)]);
	run('npm', ['run', 'zip']);
	const theirs = packagesIn(folder);
	for (const [name, hash] of Object.entries(ours)) {
		console.log(`${theirs[name] === hash ? 'same' : 'DIFFERENT'} ${hash}  ${name}`);
	}
	process.exitCode = JSON.stringify(ours) === JSON.stringify(theirs) ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}
