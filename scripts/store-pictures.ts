/**
 * What `npm run screenshots -- --store` ends in: the pictures that the stores take, in out/store/<language>/. Five screenshots of Sobrio
 * with the demo course, two tiles and a logo.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { startCourse } from '@/tests/course/server';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { LANGUAGES } from '@/utils/core/units/language';
import { SCREENSHOTS, type ScreenshotName, TILES } from './screenshots/store-pictures.ts';
import { type Folders, makeScreenshot, makeTile, photographStudy } from './screenshots/store-session.ts';
import { ROOT } from './setup/paths.mjs';

const out = join(ROOT, 'out', 'store');
rmSync(out, { recursive: true, force: true });
for (const language of LANGUAGES) mkdirSync(join(out, language), { recursive: true });
const folders: Folders = { parts: mkdtempSync(join(tmpdir(), 'sobrio-store-')), out };
const course = await startCourse();
const driver = await openWithExtension('chromium');
try {
	await photographStudy(driver, course, folders);
	const page = await driver.newPage('about:blank');
	await page.bringToFront();
	for (const language of LANGUAGES) {
		for (const name of Object.keys(SCREENSHOTS)) await makeScreenshot(page, name as ScreenshotName, language, folders);
		const messages = await parseMessagesFile(join(ROOT, 'utils/i18n', `${language}.yml`));
		const description = messages.find(({ key }) => key.join('.') === 'extension.description');
		if (description?.type !== 'simple') throw new Error(`${language} has no description of the extension.`);
		const mark = readFileSync(join(ROOT, 'components/layout/mark.svg'), 'utf8');
		for (const name of Object.keys(TILES))
			await makeTile(page, name, { mark, shortText: description.message }, join(out, language));
	}
	const count = Object.keys({ ...SCREENSHOTS, ...TILES }).length;
	console.log(`${count} pictures in each of ${LANGUAGES.map((language) => `out/store/${language}/`).join(', ')}`);
} finally {
	await driver.close();
	await course.close();
	rmSync(folders.parts, { recursive: true, force: true });
}
