import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { persistCourseFiles, readCourseFiles } from '@/utils/background/visits/course-files';

beforeEach(() => fakeBrowser.reset());

it('stores the files of ten courses, always including the current one', async () => {
	const files = { k1: [1, 'visit0000000000a'] } as const;
	const courses = Array.from({ length: 12 }, (_, index) => String(99 - index));
	for (const course of courses) {
		await persistCourseFiles('moodle.example', course, files);
		expect(await readCourseFiles('moodle.example', course)).toEqual(files);
	}
	expect(Object.keys(await fakeBrowser.storage.session.get(null))).toHaveLength(10);
});
