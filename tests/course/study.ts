import type { Activity } from '@/utils/core/schema/names';

/** Who plays the video, and from what: a path under the media server's `/video/`, with the lesson first: each lesson has a video of its own, so none is answered by the cache of another. */
export interface Video {
	readonly player: 'native' | 'hls.js' | 'video.js' | 'dash.js';
	readonly source: string;
	/** Files of the same video in lower qualities: for `native` only, as further `<source>` elements. */
	readonly lighter?: readonly string[];
}

/** What a learner does in a lesson beside reading: `play` the video, `turn` the package's slides, `answer` the quiz, `download` the document. */
export type Task = 'read' | 'play' | 'turn' | 'answer' | 'download';

/** A lesson as a driver follows it: open `path`, do the task, stay a while. */
export interface Lesson {
	/** Moodle's course module id, as in the address. */
	readonly id: string;
	readonly courseKey: string;
	/** As the page's heading says it. */
	readonly title: string;
	/** Path and query under the course's URL. */
	readonly path: string;
	/** What an observer should call it. */
	readonly activity: Activity;
	/** Moodle's module: body id and address follow it. */
	readonly module: 'page' | 'scorm' | 'quiz' | 'forum' | 'resource';
	readonly section: string;
	readonly task: Task;
	readonly video: Video | null;
}

export interface DemoCourse {
	readonly key: string;
	readonly shortName: string;
	readonly name: string;
}

export const DEMO_COURSES: readonly DemoCourse[] = [
	{ key: '12', shortName: 'PREV', name: 'Prévention des risques' },
	{ key: '27', shortName: 'COMPTA', name: 'Bases de la comptabilité' },
];

const READ = 'Comprendre';
const WATCH = 'Observer';
const DO = 'S’exercer';

function page(id: string, courseKey: string, section: string, title: string, video: Video | null): Lesson {
	const path = `/mod/page/view.php?id=${id}`;
	return {
		id,
		courseKey,
		title,
		path,
		activity: 'page',
		module: 'page',
		section,
		task: video ? 'play' : 'read',
		video,
	};
}

function exercise(
	id: string,
	module: Lesson['module'],
	activity: Activity,
	task: Task,
	path: string,
	title: string,
): Lesson {
	return {
		id,
		courseKey: '12',
		title,
		path: `/mod/${module}/${path}`,
		activity,
		module,
		section: DO,
		task,
		video: null,
	};
}

/** Every lesson of both courses, in the order of the course pages. */
export const LESSONS: readonly Lesson[] = [
	page('101', '12', READ, 'Les neuf principes de prévention', null),
	page('102', '12', READ, 'Repérer les dangers d’un site en plein air', null),
	page('103', '12', WATCH, 'Vidéo : une journée dehors', {
		player: 'native',
		source: '103/1080.mp4',
		lighter: ['103/480.mp4', '103/240.mp4'],
	}),
	page('104', '12', WATCH, 'Vidéo : le travail en hauteur', { player: 'hls.js', source: '104/stream/master.m3u8' }),
	page('105', '12', WATCH, 'Vidéo : les abords d’un cours d’eau', {
		player: 'video.js',
		source: '105/stream/master.m3u8',
	}),
	page('106', '12', WATCH, 'Vidéo : le terrain et ses pièges', {
		player: 'dash.js',
		source: '106/stream/manifest.mpd',
	}),
	exercise('107', 'scorm', 'scorm', 'turn', 'player.php?a=7&cm=107&scoid=14', 'Module : évacuer un bâtiment'),
	exercise('108', 'quiz', 'quiz', 'answer', 'attempt.php?attempt=31&cmid=108', 'Quiz : êtes-vous prêt ?'),
	exercise('109', 'forum', 'forum', 'read', 'view.php?id=109', 'Forum : vos questions de terrain'),
	exercise('110', 'resource', 'document', 'download', 'view.php?id=110', 'Guide d’évacuation (PDF)'),
	page('201', '27', READ, 'Débit et crédit', null),
	page('202', '27', WATCH, 'Vidéo : lire un bilan', { player: 'native', source: '202/480.mp4' }),
];

/** The lesson that this path and query show; a quiz adds its question to the query, so only the module's own number counts. */
export function findLesson(url: URL): Lesson | null {
	const id = url.searchParams.get('cmid') ?? url.searchParams.get('cm') ?? url.searchParams.get('id');
	return LESSONS.find((lesson) => lesson.id === id && lesson.path.startsWith(`${url.pathname}?`)) ?? null;
}
