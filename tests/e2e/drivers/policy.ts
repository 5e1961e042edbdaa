import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TOOLS } from '@/scripts/setup/browsers.mjs';
import { findCommand } from '@/scripts/setup/paths.mjs';
import type { BrowserName } from './driver.ts';

/** Where each browser reads its policies, by the name of its command. Firefox has one file only. */
const FILES: Readonly<Record<string, string>> = {
	chromium: '/etc/chromium/policies/managed/sobrio-test.json',
	'chromium-browser': '/etc/chromium/policies/managed/sobrio-test.json',
	'google-chrome': '/etc/opt/chrome/policies/managed/sobrio-test.json',
	'firefox-esr': '/etc/firefox/policies/policies.json',
	firefox: '/etc/firefox/policies/policies.json',
};

/**
 * Sets the extension's policy as an organisation does, for browsers that start from now on; only root may. Returns a function
 * that restores the previous state.
 */
export function setPolicy(browser: BrowserName, extensionDir: string, policy: object): () => void {
	const command = findCommand(TOOLS[browser].commands)?.split('/').at(-1);
	const file = FILES[command ?? ''];
	if (!file) throw new Error(`No ${browser} whose policies are known.`);
	const before = existsSync(file) ? readFileSync(file) : null;
	const made = missingFolders(dirname(file));
	try {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, JSON.stringify(contentOf(browser, extensionDir, policy)));
	} catch (error) {
		throw new Error(`Only root may set a browser policy (${file}): run this test as root.`, { cause: error });
	}
	const restore = () => {
		process.off('exit', restore);
		if (before) writeFileSync(file, before);
		else rmSync(file, { force: true });
		for (const folder of made) rmdirSync(folder);
	};
	// The machine's own browsers must not keep the policy, however the test ends.
	process.once('exit', restore);
	return restore;
}

function contentOf(browser: BrowserName, extensionDir: string, policy: object): object {
	if (browser === 'chromium') return { '3rdparty': { extensions: { [unpackedId(extensionDir)]: policy } } };
	const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8'));
	const { id } = manifest.browser_specific_settings.gecko;
	return { policies: { '3rdparty': { Extensions: { [id]: policy } } } };
}

/** Id that Chromium gives an unpacked extension: the first half of its path's SHA-256, in the letters a to p. */
function unpackedId(extensionDir: string): string {
	const digits = createHash('sha256').update(extensionDir).digest('hex').slice(0, 32);
	return [...digits].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('');
}

/** The folders of a path that do not exist yet, deepest first. */
function missingFolders(folder: string): string[] {
	return existsSync(folder) ? [] : [folder, ...missingFolders(dirname(folder))];
}
