import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closedPages } from '@/scripts/setup/closed-pages';

const ROOT = join(import.meta.dirname, '..', '..');
const ASKS =
	/\bfetch\(|\bXMLHttpRequest\b|\bnew (WebSocket|EventSource|WebTransport)\b|\bsendBeacon\b|\bimportScripts\b/;

/** The files that name requests of the page to wrap them. */
const WRAPPERS = ['utils/page/sober/manifests.ts', 'utils/page/world/requests.ts'];

function sourcesIn(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.tsx?$/.test(name))
		.map((name) => join(folder, name));
}

// What the page world wraps is the page's own; it never calls it for us.
test('one file of the whole extension may ask anybody for anything', () => {
	const sources = ['utils', 'components', 'entrypoints'].flatMap(sourcesIn);
	const asking = sources.filter((path) => ASKS.test(readFileSync(join(ROOT, path), 'utf8')));
	expect(asking.sort()).toEqual(['utils/background/export/send.ts', ...WRAPPERS]);
	// They count what the page does, or change how it reads its own answers, and make no request.
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
