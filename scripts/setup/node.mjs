import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isExecutable, ROOT } from './paths.mjs';

/** The first release that runs `.ts` files without a flag: https://nodejs.org/en/blog/release/v22.18.0 */
const OLDEST_MAJOR = 22;
const OLDEST_MINOR = 18;

/** Names the package with the binary of each system, and its lock their integrities, which `npm ci` checks. */
const PINNED = join(ROOT, 'scripts', 'setup', 'node');

/** True when this very process is new enough for the tools. */
function isNewEnough(version = process.versions.node) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major > OLDEST_MAJOR || (major === OLDEST_MAJOR && minor >= OLDEST_MINOR);
}

/** The folder of a `node` that is new enough: this one's, or the pinned one that the registry provides, installed once. */
export function newNodeFolder() {
	if (isNewEnough()) return dirname(process.execPath);
	const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
	const version = JSON.parse(readFileSync(join(PINNED, 'package.json'), 'utf8')).optionalDependencies[name];
	const folder = join(ROOT, '.cache', `node-${version}`);
	const node = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	if (version && !isExecutable(node)) install(folder);
	if (isExecutable(node)) return dirname(node);
	console.error(
		`Sobrio's tools need Node ${OLDEST_MAJOR}.${OLDEST_MINOR} or newer (this is ${process.version}). Please install it.`,
	);
	process.exit(1);
}

function install(folder) {
	console.log(`Node ${process.version} is too old for the tools: fetching a newer one into .cache/ (once).`);
	mkdirSync(folder, { recursive: true });
	cpSync(PINNED, folder, { recursive: true });
	spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: folder,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
}
