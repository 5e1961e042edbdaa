import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findCommand } from './paths.mjs';

/**
 * Commands for each tool, best first, and the Debian packages that provide one. Debian's browsers are in
 * English only without a package for each language, and an extension follows its browser's language.
 * @typedef {'chromium' | 'firefox' | 'ffmpeg' | 'libreoffice' | 'unzip' | 'xvfb'} ToolName
 * @type {Record<ToolName, { commands: string[], debianPackages: string[] }>}
 */
export const TOOLS = {
	chromium: {
		commands: ['chromium', 'chromium-browser', 'google-chrome'],
		debianPackages: ['chromium', 'chromium-l10n'],
	},
	firefox: { commands: ['firefox-esr', 'firefox'], debianPackages: ['firefox-esr', 'firefox-esr-l10n-fr'] },
	ffmpeg: { commands: ['ffmpeg'], debianPackages: ['ffmpeg'] },
	unzip: { commands: ['unzip'], debianPackages: ['unzip'] },
	xvfb: { commands: ['Xvfb'], debianPackages: ['xvfb'] },
	libreoffice: { commands: ['libreoffice', 'soffice'], debianPackages: ['libreoffice-calc'] },
};

/**
 * Makes sure that the tools are on PATH: installs the missing ones if it can, else names them and exits.
 * @param {ToolName[]} names
 */
export function requireTools(names) {
	const canInstall = isDebianRoot();
	const missing = names.filter((name) => !findCommand(TOOLS[name].commands));
	const packages = names
		.filter((name) => missing.includes(name) || (canInstall && comesFromDebian(name)))
		.flatMap((name) => TOOLS[name].debianPackages)
		.filter((name) => !canInstall || !isInstalled(name));
	if (packages.length === 0) return;
	if (canInstall) {
		console.log(`Installing ${packages.join(', ')} by apt.`);
		apt(['update', '-q']);
		if (apt(['install', '-y', '-q', '--no-install-recommends', ...packages])) return;
	}
	console.error(
		`Please install ${packages.join(', ')} (on Debian: sudo apt-get install ${packages.join(' ')}) and try again.`,
	);
	process.exit(1);
}

function isDebianRoot() {
	const release = '/etc/os-release';
	return process.getuid?.() === 0 && existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'));
}

/** True when the tool's command is the one of its first Debian package. */
function comesFromDebian(name) {
	return isInstalled(TOOLS[name].debianPackages[0]);
}

function isInstalled(debianPackage) {
	const { stdout } = spawnSync('dpkg', ['-s', debianPackage], { encoding: 'utf8' });
	return /^Status: .* installed$/m.test(stdout ?? '');
}

function apt(args) {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return spawnSync('apt-get', args, { stdio: 'inherit', env }).status === 0;
}
