import { browser } from '@/utils/browser/browser';
import type { CourseFiles } from '@/utils/core/visit/repeats';

/** In memory that is gone with the browser. */
const PREFIX = 'files:';
/** Of each course the files that came last. */
const MAX_FILES_A_COURSE = 200;
const MAX_COURSES = 10;

const keyOf = (host: string, courseKey: string) => `${PREFIX}${host} ${courseKey}`;

/** The files of a course so far. */
export async function readCourseFiles(host: string, courseKey: string): Promise<CourseFiles> {
	const key = keyOf(host, courseKey);
	return ((await browser.storage.session.get(key))[key] as CourseFiles | undefined) ?? {};
}

/** Keeps the files of a course, the newest at the end; of too many courses another one is let go. */
export async function persistCourseFiles(host: string, courseKey: string, files: CourseFiles): Promise<void> {
	const newest = Object.fromEntries(Object.entries(files).slice(-MAX_FILES_A_COURSE));
	const mine = keyOf(host, courseKey);
	await browser.storage.session.set({ [mine]: newest });
	const kept = Object.keys(await browser.storage.session.get(null));
	const others = kept.filter((key) => key.startsWith(PREFIX) && key !== mine);
	if (others.length >= MAX_COURSES) await browser.storage.session.remove(others.slice(MAX_COURSES - 1));
}

/** Forgets the files of all courses of a host; of all hosts when it is null. */
export async function discardCourseFiles(host: string | null): Promise<void> {
	const kept = Object.keys(await browser.storage.session.get(null));
	await browser.storage.session.remove(
		kept.filter((key) => key.startsWith(host === null ? PREFIX : `${PREFIX}${host} `)),
	);
}
