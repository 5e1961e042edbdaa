/** What stands where a course's key could: lists, searches, pages of the account, parts of the platform, files of the server. */
const NO_COURSE = [
	/me|my-?(?:courses?|learning|library|activities|channel|profile|account)?|all|new|index|list|home|overview|dashboard|welcome|about|help|support|faq|details|view|play|take/,
	/search|browse|explore|catalog(?:ue)?|library|topics?|subjects?|categor(?:y|ies)|tags?|popular|featured|upcoming|free/,
	/instructors?|teachers?|authors?|users?|profiles?|account|settings|admin|organi[sz]ations?|enterprise|subscription/,
	/log-?in|log-?out|sign-?in|sign-?up|sign-?out|register|enrol(?:led|lments?)?|subscribe|in-progress|completed|saved/,
	/collections?|channels?|certificates?|certifications?|calendar|events?|messages|notifications|roles?|clips/,
	/[^/?]+\.(?:aspx?|jspx?|php|html?)/,
]
	.map(({ source }) => source)
	.join('|');

/** Folders between a course's folder and its key: `/courses/enrolled/991`, `/learn/course/internal/view/elearning/12`. */
const STEPS = [
	/courses?|classes|modules|paths|learning-?(?:paths?|plans?)|lp|enrolled|take|play|view|draft|demonstration/,
	/internal|external|elearning|classroom|webinar/,
	// A course may have such a name itself: `/courses/launch/lessons/3`.
	/(?:player|launch|preview)(?=\/[^/?]*\d)/,
]
	.map(({ source }) => source)
	.join('|');

const FOLDERS =
	/(?:video-)?courses?|cours|learn|learning|classes|trainings?|nanodegrees|modules|learning-?(?:paths?|plans?)|paths/
		.source;

/**
 * Pattern of the course key that follows one of these folders (`learn|projects`) or one of these parameters (`lo|playlistId`). Of
 * `7150626-title` only the number is used, since titles change.
 */
export function courseAfter(folders: string, parameters = 'course_?id|cid(?:Req)?|ou'): string {
	// No keys: a preview of nothing, and a player whose course is in a parameter.
	const alone = `preview/?(?:\\?|$)|(?:player|launch)/?\\?(?:[^#]*&)?(?:${parameters})=`;
	const inPath = `/(?:${folders})/(?:(?:${STEPS})/){0,3}(?!(?:${STEPS}|${NO_COURSE})(?:[/?]|$)|${alone})`;
	return `(?:${inPath}|[?&](?:${parameters})=)(\\d{5,}(?=-)|[^/?&#]+)`;
}

/** A course in the address, as most platforms write it: `/courses/42`, `/course/play/<id>`, `?course_id=_12_1`. Ignores case. */
export const COURSE_ADDRESS = courseAfter(FOLDERS);
