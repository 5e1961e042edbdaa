/** What plays a video, as the page shows it: a player on a page of its own first, `native` for a bare element. */
export const PLAYERS = [
	'youtube',
	'vimeo',
	'dailymotion',
	'peertube',
	'esup-pod',
	'kaltura',
	'panopto',
	'h5p',
	'plyr',
	'media-chrome',
	'video.js',
	'shaka',
	'dash.js',
	'hls.js',
	'other',
	'native',
] as const;

/** One of {@link PLAYERS}; `other` feeds the video piece by piece and shows no name. */
export type Player = (typeof PLAYERS)[number];
