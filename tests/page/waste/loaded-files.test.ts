// @vitest-environment happy-dom

import { afterEach, expect, it } from 'vitest';
import { authorsFiles, type LoadedFile } from '@/utils/page/waste/loaded-files';

const loaded = (path: string, host = location.hostname): LoadedFile => ({
	url: `https://${host}${path}`,
	initiator: 'img',
	type: '',
	ending: '',
	bytes: 1,
	decodedBytes: 1,
});

const PATHS = [
	'/theme/image.php/boost/core/1/logo.png',
	'/lib/javascript.php/1/lib/requirejs.js',
	'/mod/page/view.php',
	'/pluginfile.php/12/mod_page/content/1/photo.jpg',
	'/pluginfile.php/1/core_h5p/libraries/3/h5p.css',
	'/pluginfile.php/5/user/icon/boost/f1.png',
	'/pluginfile.php/9/mod_scorm/content/1/story.js',
	'/wp-content/plugins/learnpress/app.js',
	'/wp-content/uploads/2026/photo.jpg',
];

const pathsOf = (files: readonly LoadedFile[]) => authorsFiles(files).map(({ url }) => new URL(url).pathname);

afterEach(() => {
	document.body.removeAttribute('id');
	document.body.className = '';
});

it('on Moodle, only what somebody uploaded to a course is the author’s; elsewhere, all but the platform’s own code', () => {
	const files = PATHS.map((path) => loaded(path));
	expect(pathsOf(files)).toEqual([PATHS[0], PATHS[1], PATHS[2], PATHS[3], PATHS[6], PATHS[8]]);
	document.body.id = 'page-mod-page-view';
	document.body.className = 'path-mod pagelayout-incourse';
	expect(pathsOf(files)).toEqual([PATHS[3], PATHS[6]]);
	expect(pathsOf([loaded('/photo.jpg', 'images.example')])).toEqual(['/photo.jpg']);
});
