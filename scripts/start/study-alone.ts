import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from '@/scripts/setup/paths.mjs';
import type { StartOptions } from '@/scripts/setup/start-options.mjs';
import { type Course, startCourse } from '@/tests/course/server';
import type { Driver } from '@/tests/e2e/drivers/driver';
import { weekSpanFormat } from '@/utils/core/units/day-format';
import { assistantLines } from './assistant-lines';
import { exportWeek, openDashboard, readWeek } from './dashboard';
import { withBrowser } from './session';
import { studyCourse } from './study-course';
import { weekTable } from './week-table';
import { WORDS } from './words';

const BROWSER_NAMES = { chromium: 'Chromium', firefox: 'Firefox' };
const OUT_DIR = join(ROOT, 'out');
/** A household's line of 20 Mbit/s. As fast as loopback goes, the server cannot tell how much of a video that is left was read. */
const LINE_BYTES_PER_SECOND = 2_500_000;

/** Studies the demo course automatically, prints what Sobrio measured and saves the week, popup and dashboard in out/. */
export async function studyAlone(options: StartOptions): Promise<void> {
	const downloadDir = mkdtempSync(join(tmpdir(), 'sobrio-export-'));
	const course = await startCourse({ bytesPerSecond: LINE_BYTES_PER_SECOND });
	try {
		await withBrowser(options, downloadDir, (driver) => studyAndReport(driver, course, options, downloadDir));
	} finally {
		await course.close();
		rmSync(downloadDir, { recursive: true, force: true });
	}
}

async function studyAndReport(
	driver: Driver,
	course: Course,
	options: StartOptions,
	downloadDir: string,
): Promise<void> {
	const words = WORDS[options.lang];
	const popupPicture = join(OUT_DIR, 'popup.png');
	const dashboardPicture = join(OUT_DIR, 'dashboard.png');
	mkdirSync(OUT_DIR, { recursive: true });

	console.log(`\n${words.studying(BROWSER_NAMES[options.browser], course.courseUrl)}`);
	const truths = await studyCourse(driver, course, popupPicture, (line) => console.log(`  ${line}`), options.lang);

	const dashboard = await openDashboard(driver);
	const week = await readWeek(dashboard);
	console.log(
		`\n${words.week(week.week, weekSpanFormat(options.lang)(week.week))}\n${weekTable(week, truths, options.lang)}`,
	);
	console.log(words.legend);
	for (const line of assistantLines(week, options.lang)) console.log(line);
	if (week.courses.length === 0) throw new Error(words.nothing);

	await dashboard.screenshot(dashboardPicture, { fullPage: true });
	const csv = await exportWeek(dashboard, week.week, { downloadDir, folder: OUT_DIR });
	const paths = [csv, popupPicture, dashboardPicture].map((path) => relative(ROOT, path));
	console.log(`\n${words.written} ${paths.join(', ')}`);
}
