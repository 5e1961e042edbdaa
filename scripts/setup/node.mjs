import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isExecutable, ROOT } from './paths.mjs';

/** The first release that runs `.ts` files without a flag: https://nodejs.org/en/blog/release/v22.18.0 */
const OLDEST_MAJOR = 22;
const OLDEST_MINOR = 18;
const WANTED = '24';
const CACHE = join(ROOT, '.cache', `node${WANTED}`);

/** True when this very process is new enough for the tools. */
function isNewEnough(version = process.versions.node) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major > OLDEST_MAJOR || (major === OLDEST_MAJOR && minor >= OLDEST_MINOR);
}

/** The folder of a `node` that is new enough: this one's, or one that the registry's `node` package brings, once. */
export function newNodeFolder() {
	if (isNewEnough()) return dirname(process.execPath);
	const found =
		candidates().find(isExecutable) ?? install(`node@${WANTED}`) ?? install(`${platformPackage()}@${WANTED}`);
	if (found) return dirname(found);
	console.error(
		`Sobrio's tools need Node ${OLDEST_MAJOR}.${OLDEST_MINOR} or newer (this is ${process.version}), and the registry gave none.`,
	);
	process.exit(1);
}

/** The package with the binary itself, for an npm that refuses the install script of `node`. */
function platformPackage() {
	return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

function candidates() {
	const binary = process.platform === 'win32' ? 'node.exe' : 'node';
	return ['node', platformPackage()].map((name) => join(CACHE, 'node_modules', name, 'bin', binary));
}

function install(spec) {
	console.log(`Node ${process.version} is too old for the tools: fetching ${spec} into .cache/ (once).`);
	mkdirSync(CACHE, { recursive: true });
	spawnSync('npm', ['install', '--prefix', CACHE, '--no-save', '--no-audit', '--no-fund', '--loglevel=error', spec], {
		cwd: CACHE,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	return candidates().find(isExecutable) ?? null;
}
