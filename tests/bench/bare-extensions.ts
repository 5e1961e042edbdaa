import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '@/tests/e2e/drivers/driver';

/** Adds up what the headers of all responses announce, and nothing else: the least that any byte counter does. */
const LISTEN_AND_ADD = `
const api = globalThis.browser ?? chrome;
let total = 0;
api.webRequest.onCompleted.addListener(
	({ responseHeaders, responseSize }) => {
		const length = responseHeaders.find(({ name }) => name.toLowerCase() === 'content-length');
		total += responseSize ?? Number(length?.value ?? 0);
	},
	{ urls: ['http://*/*', 'https://*/*'] },
	['responseHeaders'],
);
`;

/** Looks at the headers of each answer and lets all pass: what a content blocker with nothing to block does. */
const LET_PASS = `
browser.webRequest.onHeadersReceived.addListener(() => ({}), { urls: ['http://*/*', 'https://*/*'] }, ['blocking', 'responseHeaders']);
`;

/** Says one word to the background, which is the least that a script in a page does. */
const GREET = `(globalThis.browser ?? chrome).runtime.sendMessage('hello');`;

/** Hears it. */
const HEAR = `
api.runtime.onMessage.addListener(() => {});
`;

const KINDS = {
	/** An extension that does nothing: what the browser costs by itself. */
	none: { script: '', pageScript: '', permissions: [], hosts: [] },
	/** Access to all requests, of which it makes no use: what the browser does for the permission alone. */
	permission: { script: '', pageScript: '', permissions: ['webRequest'], hosts: ['*://*/*'] },
	/** The floor: an extension that only listens and adds up. */
	floor: { script: LISTEN_AND_ADD, pageScript: '', permissions: ['webRequest'], hosts: ['*://*/*'] },
	/** The floor with a script in each frame that sends one message: the cost of any meter that also reads the page. */
	guest: { script: LISTEN_AND_ADD + HEAR, pageScript: GREET, permissions: ['webRequest'], hosts: ['*://*/*'] },
	blocker: {
		script: LET_PASS,
		pageScript: '',
		permissions: ['webRequest', 'webRequestBlocking'],
		hosts: ['*://*/*'],
	},
} as const;

export type BareExtension = keyof typeof KINDS;

/** Writes a small extension to compare with into a new folder; `remove` deletes it. */
export function writeBareExtension(kind: BareExtension, browser: BrowserName): { dir: string; remove(): void } {
	const { script, pageScript, permissions, hosts } = KINDS[kind];
	const dir = join(mkdtempSync(join(tmpdir(), 'sobrio-overhead-')), kind);
	mkdirSync(dir);
	writeFileSync(join(dir, 'background.js'), script);
	writeFileSync(join(dir, 'page.js'), pageScript);
	const manifest = {
		manifest_version: 3,
		name: kind,
		version: '1.0',
		permissions,
		host_permissions: hosts,
		...(pageScript && {
			content_scripts: [{ matches: hosts, js: ['page.js'], run_at: 'document_start', all_frames: true }],
		}),
		background: browser === 'firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' },
		...(browser === 'firefox' && { browser_specific_settings: { gecko: { id: `${kind}@sobrio.test` } } }),
	};
	writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
	return { dir, remove: () => rmSync(join(dir, '..'), { recursive: true, force: true }) };
}
