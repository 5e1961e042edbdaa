/** What `npm run screenshots` ends in: every view and state of Sobrio's pages in out/screenshots/, in both languages, light and dark. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCourse } from '@/tests/course/server';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { goThroughStates } from './screenshots/session.ts';
import { eachState } from './screenshots/states.ts';
import { ROOT } from './setup/paths.mjs';

/** A tip on a video comes after half a minute of it. */
const TIP_SECONDS = 34;

const folder = join(ROOT, 'out', 'screenshots');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const files = mkdtempSync(join(tmpdir(), 'sobrio-pictures-'));
const course = await startCourse();
const driver = await openWithExtension('chromium');
try {
	let count = 0;
	await goThroughStates(driver, course, { files, videoSeconds: TIP_SECONDS }, (shots) =>
		eachState(driver, shots, async (page, { shot, language, theme }) => {
			await page.screenshot(join(folder, `${shot.name}-${language}-${theme}.png`), { fullPage: true });
			if (shot.isPrinted && theme === 'light') {
				writeFileSync(join(folder, `${shot.name}-${language}.pdf`), await page.print());
			}
			count++;
		}),
	);
	console.log(`${count} pictures in out/screenshots/`);
} finally {
	await driver.close();
	await course.close();
	rmSync(files, { recursive: true, force: true });
}
