import { createSessionRecords } from '@/utils/browser/session-item';
import type { CourseFiles } from '@/utils/core/visit/repeats';

/** By host and course key. */
const courseFiles = createSessionRecords<CourseFiles>('files:');
/** The newest files of each course are stored. */
const MAX_FILES_A_COURSE = 200;
const MAX_COURSES = 10;

const idOf = (host: string, courseKey: string) => `${host} ${courseKey}`;

/** The files that pages of a course loaded so far. */
export async function readCourseFiles(host: string, courseKey: string): Promise<CourseFiles> {
	return (await courseFiles.read(idOf(host, courseKey))) ?? {};
}

/** Persists the files of a course, the newest at the end; beyond {@link MAX_COURSES} another course is deleted. */
export async function persistCourseFiles(host: string, courseKey: string, files: CourseFiles): Promise<void> {
	const mine = idOf(host, courseKey);
	await courseFiles.write({ [mine]: Object.fromEntries(Object.entries(files).slice(-MAX_FILES_A_COURSE)) });
	const others = [...(await courseFiles.readAll()).keys()].filter((id) => id !== mine);
	if (others.length >= MAX_COURSES) await courseFiles.remove(others.slice(MAX_COURSES - 1));
}

/** Deletes the files of all courses of a host; of all hosts when it is null. */
export async function discardCourseFiles(host: string | null): Promise<void> {
	const ids = [...(await courseFiles.readAll()).keys()];
	await courseFiles.remove(ids.filter((id) => host === null || id.startsWith(idOf(host, ''))));
}
