import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '@/scripts/setup/paths.mjs';
import type { BrowserName } from '@/tests/e2e/drivers/driver';

const FOLDERS: Readonly<Record<BrowserName, string>> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

/** The folder of the extension built for a browser; `npm test` builds both first. */
export function extensionDir(browser: BrowserName): string {
	return join(ROOT, '.output', FOLDERS[browser]);
}

/**
 * A copy of the build in `dir` that requires an optional permission at install: no protocol reaches the prompt that
 * Chromium draws for it. The rest is unchanged.
 */
export function buildWith(permission: string, browser: BrowserName, dir: string): string {
	cpSync(extensionDir(browser), dir, { recursive: true });
	const path = join(dir, 'manifest.json');
	const manifest = JSON.parse(readFileSync(path, 'utf8'));
	const permissions = [...manifest.permissions, permission];
	writeFileSync(path, JSON.stringify({ ...manifest, permissions, optional_permissions: [] }));
	return dir;
}
