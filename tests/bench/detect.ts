/**
 * Prints how long one detection on a page takes with the whole catalogue, in a real Chromium and a real Firefox: the script that is
 * injected, on saved pages and on one of them made ten times as long.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openBrowser } from '@/tests/e2e/drivers/driver';
import { extensionDir } from '@/tests/e2e/rig/extension-dir';
import { CATALOGUE } from '@/utils/core/platforms/catalogue/catalogue';
import { CONTEXT_READER } from '@/utils/core/platforms/context-reader';

const FIXTURES = join(import.meta.dirname, '..', 'core', 'platforms', 'fixtures');
/** Browsers blur their clocks by a tenth of a millisecond and more: so many looks make one reading. */
const LOOKS = 50;
/** The quickest of so many readings is the one that other work on the machine disturbed least. */
const READINGS = 12;
const LENGTHENED = 10;

/** Runs in the page, with the reader in its place: milliseconds of one look. */
function timeInspections(reader: string, catalogue: unknown, looks: number, readings: number): number {
	const read = (globalThis as unknown as Record<string, (entries: unknown) => unknown>)[reader];
	const times = Array.from({ length: readings }, () => {
		const start = performance.now();
		for (let look = 0; look < looks; look++) read?.(catalogue);
		return performance.now() - start;
	});
	return Math.min(...times) / looks;
}

const files = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
const pages = new Map(files.map((name) => [name, readFileSync(join(FIXTURES, name), 'utf8')]));
const longest = [...pages].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
pages.set(`${longest} × ${LENGTHENED}`, (pages.get(longest) ?? '').repeat(LENGTHENED));

const server = createServer(({ url = '' }, answer) => {
	// Scripts of the saved pages have nothing to do here.
	answer.setHeader('content-security-policy', "script-src 'none'; img-src 'none'; style-src 'none'");
	answer.setHeader('content-type', 'text/html; charset=utf-8').end([...pages.values()][Number(url.slice(1))] ?? '');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

for (const browser of ['chromium', 'firefox'] as const) {
	const folder = extensionDir(browser);
	const driver = await openBrowser({ browser, extensionDir: folder, headless: true, lang: 'en' });
	// An expression, without the semicolon that ends the file.
	const reader = readFileSync(join(folder, 'context.js'), 'utf8').replace(/;\s*$/, '');
	const page = await driver.newPage();
	const readings: { name: string; ms: number; elements: number }[] = [];
	for (const [index, name] of [...pages.keys()].entries()) {
		await page.goto(`${origin}/${index}`);
		await page.evaluate(reader);
		const ms = await page.evaluate(timeInspections, CONTEXT_READER, CATALOGUE, LOOKS, READINGS);
		readings.push({ name, ms, elements: await page.evaluate(() => document.querySelectorAll('*').length) });
	}
	await driver.close();
	console.log(`\n${browser}: one look of ${readings.length} pages, ${CATALOGUE.length} platforms, slowest first`);
	for (const { name, ms, elements } of readings.sort((a, b) => b.ms - a.ms).slice(0, 8)) {
		console.log(`  ${ms.toFixed(3)} ms  ${String(elements).padStart(6)} elements  ${name}`);
	}
}
server.close();
