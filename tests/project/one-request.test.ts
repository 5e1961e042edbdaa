import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closedPages } from '@/scripts/setup/closed-pages';

const ROOT = join(import.meta.dirname, '..', '..');
const SENDS =
	/\bfetch\(|\bXMLHttpRequest\b|\bnew (WebSocket|EventSource|WebTransport)\b|\bsendBeacon\b|\bimportScripts\b/;

/** Files that wrap the page's own requests, and so name their functions. */
const WRAPPERS = [
	'utils/page/sober/manifests.ts',
	'utils/page/world/answers/requests.ts',
	'utils/page/world/requests.ts',
];

function sourcesIn(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.tsx?$/.test(name))
		.map((name) => join(folder, name));
}

test('only one file of the extension sends requests', () => {
	const sources = ['utils', 'components', 'entrypoints'].flatMap(sourcesIn);
	const senders = sources.filter((path) => SENDS.test(readFileSync(join(ROOT, path), 'utf8')));
	expect(senders.sort()).toEqual(['utils/background/export/request.ts', ...WRAPPERS]);
	// They count the page's requests or change how it reads its responses, and send none.
	for (const path of WRAPPERS) {
		const wrapper = readFileSync(join(ROOT, path), 'utf8').replaceAll('XMLHttpRequest.prototype', '');
		expect(wrapper).not.toMatch(/\bfetch\(|\bnew XMLHttpRequest\b|\.(open|send|sendBeacon)\(/);
	}
});

test('every page of the extension is closed by the build', () => {
	const { transformIndexHtml } = closedPages();
	if (typeof transformIndexHtml !== 'function') throw new Error('a function, without order');
	const close = transformIndexHtml as unknown as (html: string) => string;
	for (const page of sourcesOfPages()) {
		expect(close(readFileSync(page, 'utf8'))).toContain(`content="connect-src 'none'"`);
	}
});

function sourcesOfPages(): string[] {
	const pages = readdirSync(join(ROOT, 'entrypoints'), { recursive: true, encoding: 'utf8' });
	return pages.filter((name) => name.endsWith('.html')).map((name) => join(ROOT, 'entrypoints', name));
}
