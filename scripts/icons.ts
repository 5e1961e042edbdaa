// Draws public/icon/*.png from components/layout/mark.svg with the machine's Chromium: `node scripts/icons.ts`.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const ROOT = join(import.meta.dirname, '..');
const SIZES_PX = [16, 32, 48, 96, 128];

const mark = await readFile(join(ROOT, 'components/layout/mark.svg'), 'utf8');
await mkdir(join(ROOT, 'public/icon'), { recursive: true });
const browser = await puppeteer.launch({
	executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
	args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
const page = await browser.newPage();
for (const size of SIZES_PX) {
	await page.setViewport({ width: size, height: size });
	await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${mark}`);
	await page.screenshot({ path: `${ROOT}/public/icon/${size}.png`, omitBackground: true });
}
await browser.close();
