import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findCommand } from './paths.mjs';

/** The commands that will do for each tool, best first, and the Debian package that brings one. */
export const TOOLS = {
	chromium: { commands: ['chromium', 'chromium-browser', 'google-chrome'], debianPackage: 'chromium' },
	firefox: { commands: ['firefox-esr', 'firefox'], debianPackage: 'firefox-esr' },
	ffmpeg: { commands: ['ffmpeg'], debianPackage: 'ffmpeg' },
};

/** Makes sure that the tools are on PATH: installs the missing ones where it may, else says which they are and ends. */
export async function requireTools(names) {
	const missing = names.filter((name) => !findCommand(TOOLS[name].commands));
	if (missing.length === 0) return;
	const packages = missing.map((name) => TOOLS[name].debianPackage);
	if (isDebianRoot()) {
		console.log(`Installing ${packages.join(', ')} by apt.`);
		apt(['update', '-q']);
		apt(['install', '-y', '-q', '--no-install-recommends', ...packages]);
		if (missing.every((name) => findCommand(TOOLS[name].commands))) return;
	}
	console.error(`Please install ${missing.join(', ')} (on Debian: sudo apt-get install ${packages.join(' ')}) and try again.`);
	process.exit(1);
}

function isDebianRoot() {
	const release = '/etc/os-release';
	return process.getuid?.() === 0 && existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'));
}

function apt(args) {
	spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}
