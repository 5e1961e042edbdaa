/**
 * The savings of sober mode: the whole demo course, played twice in each browser, without it and with it, by the bytes of the
 * course servers' sockets. Ends with 1 when a limit is missed. `npm run bench:sober -- --browser chromium|firefox --seconds 30 --json`
 */
import { parseArgs } from 'node:util';
import { type Course, startCourse } from '@/tests/course/server';
import type { BrowserName } from '@/tests/e2e/drivers/driver';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { switchSober } from '@/tests/e2e/rig/sober-switch';
import { followCourse, type StudiedLesson, studyLesson } from '@/tests/e2e/rig/study-lesson';

/** The limits: `npm run bench:sober` fails beyond them. */
const LEAST_SAVED_RATIO = 0.6;
const TEXT_TOLERANCE = 0.02;
/** The video's clock is read between two frames, and playing stops a moment after it is asked to. */
const WATCHED_TOLERANCE_S = 0.5;

const { values } = parseArgs({
	options: {
		browser: { type: 'string' },
		seconds: { type: 'string', default: '30' },
		json: { type: 'boolean', default: false },
	},
});

interface Studied extends StudiedLesson {
	/** What the platform received: progress of a package, marks of answers. */
	readonly markCount: number;
}

async function study(browser: BrowserName, isSober: boolean): Promise<Studied[]> {
	const course = await startCourse();
	const driver = await openWithExtension(browser, { lang: 'en' });
	try {
		const page = await driver.newPage(course.courseUrl + (course.lessons[0]?.path ?? '/'));
		await followCourse(driver, page, course);
		if (isSober) {
			await page.goto(course.courseUrl + (course.lessons[0]?.path ?? '/'));
			await switchSober(driver, page);
		}
		const studied: Studied[] = [];
		for (const lesson of course.lessons) {
			const done = await studyLesson(page, course, lesson, Number(values.seconds));
			studied.push({ ...done, markCount: marksIn(course) });
		}
		return studied;
	} finally {
		await driver.close();
		await course.close();
	}
}

function marksIn(course: Course): number {
	return course.truth.requests().filter(({ method, url }) => method === 'POST' && /datamodel|ajax/.test(url)).length;
}

const sumBytes = (studied: readonly Studied[]) => studied.reduce((sum, { trueBytes }) => sum + trueBytes, 0);
const isVideo = ({ lesson }: Studied) => lesson.video !== null;

/** What is wrong with a lesson in sober mode; empty when nothing is. */
function wrongs(off: Studied, on: Studied): string[] {
	return [
		Math.abs(on.playedSeconds - off.playedSeconds) > WATCHED_TOLERANCE_S && 'watched',
		on.markCount !== off.markCount && 'activity',
		!isVideo(off) && Math.abs(on.trueBytes / off.trueBytes - 1) > TEXT_TOLERANCE && 'text changed',
	].filter((wrong) => wrong !== false);
}

let isMissed = false;
for (const browser of (['chromium', 'firefox'] as const).filter((name) => (values.browser ?? name) === name)) {
	const off = await study(browser, false);
	const on = await study(browser, true);
	const saved = 1 - sumBytes(on.filter(isVideo)) / sumBytes(off.filter(isVideo));
	const rows = off.map((lesson, index) => {
		const sober = on[index] as Studied;
		const wrong = wrongs(lesson, sober);
		isMissed ||= wrong.length > 0;
		return {
			browser,
			lesson: lesson.lesson.id,
			player: lesson.lesson.video?.player ?? lesson.lesson.task,
			'off kB': Math.round(lesson.trueBytes / 1000),
			'on kB': Math.round(sober.trueBytes / 1000),
			'saved %': Math.round(100 * (1 - sober.trueBytes / lesson.trueBytes)),
			'watched s': `${lesson.playedSeconds.toFixed(1)} / ${sober.playedSeconds.toFixed(1)}`,
			marks: `${lesson.markCount} / ${sober.markCount}`,
			verdict: wrong.join(', ') || 'ok',
		};
	});
	isMissed ||= saved < LEAST_SAVED_RATIO;
	if (values.json) for (const row of rows) console.log(JSON.stringify(row));
	else console.table(rows);
	const verdict = saved < LEAST_SAVED_RATIO ? 'MISSED' : 'ok';
	console.log(`${browser}: video lessons took ${Math.round(100 * saved)} % fewer bytes (at least 60 %): ${verdict}`);
}
process.exitCode = isMissed ? 1 : 0;
