import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * One command of a task. `command` starts with a file of this project (run by Node) or with a package's command.
 * @typedef {{ name: string, command: string[], quiet?: boolean, environment?: Record<string, string> }} Step
 */

/** Lets plain Node follow the project's `@/` imports. */
const RESOLVER = new URL('./imports.mjs', import.meta.url).href;

/** Runs one step with `nodeFolder` first on PATH, so that every child uses that Node; true when it ended with 0. */
export function runStep({ name, command, quiet = false, environment = {} }, nodeFolder) {
	const env = {
		...process.env,
		...environment,
		PATH: [nodeFolder, join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
	};
	const [first, ...rest] = command;
	const isFile = /\.(ts|mjs)$/.test(first);
	if (!quiet) console.log(`\n> ${name}`);
	const child = spawn(
		isFile ? join(nodeFolder, 'node') : first,
		isFile ? ['--import', RESOLVER, first, ...rest] : rest,
		{
			cwd: ROOT,
			env,
			stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
			shell: process.platform === 'win32',
		},
	);
	// The terminal sends Ctrl+C to the child too: it stops by itself, and we exit after it.
	const ignore = () => {};
	process.on('SIGINT', ignore);
	return new Promise((resolve) => {
		const done = (passed) => {
			process.off('SIGINT', ignore);
			resolve(passed);
		};
		child.on('error', (error) => {
			console.error(`${name}: ${error.message}`);
			done(false);
		});
		child.on('exit', (code) => done(code === 0));
	});
}
