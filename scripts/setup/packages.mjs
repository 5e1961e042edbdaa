import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/** Runs `npm ci` when node_modules is missing or differs from package-lock.json. */
export function installPackages() {
	const wanted = readPackages('package-lock.json');
	// npm writes its own record last: an interrupted installation has none.
	const installed = readPackages('node_modules/.package-lock.json');
	if (isInstalled(wanted, installed)) return;
	console.log('Installing the packages of package-lock.json.');
	const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: ROOT,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	if (status !== 0) process.exit(status ?? 1);
}

/** True when every package of the lock is installed in its version; an optional one may be for another system. */
function isInstalled(wanted, installed) {
	return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
		if (path === '') return true;
		return installed[path] ? installed[path].version === version : Boolean(optional || devOptional);
	});
}

function readPackages(path) {
	try {
		return JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages;
	} catch {
		// Nothing is installed yet.
		return {};
	}
}
