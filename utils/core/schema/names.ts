/*
 * Closed lists of names, and limits that both sides of a message need. Course pages bundle this file and `media-fields.ts`,
 * so neither may import valibot (`tests/project/injected.test.ts`).
 */

/** What a request carried. The order is the order of display. */
export const KINDS = [
	'video',
	'audio',
	'image',
	'script',
	'style',
	'font',
	'document',
	'data',
	'file',
	'socket',
	'other',
] as const;

/** One of {@link KINDS}; `data` is what scripts fetch, `file` a document handed to the learner (PDF, office, archive). */
export type Kind = (typeof KINDS)[number];

/** What the learner does on the page, as far as the platform shows it. */
export const ACTIVITIES = [
	'page',
	'video',
	'quiz',
	'forum',
	'assignment',
	'workshop',
	'lesson',
	'survey',
	'wiki',
	'glossary',
	'scorm',
	'h5p',
	'document',
	'class',
	'editing',
	'other',
] as const;

/**
 * One of {@link ACTIVITIES}; `class` is a live video class, `lesson` pages with questions and branches, `survey` questions without a mark,
 * `workshop` work that learners assess for each other, `editing` what only those see who make the course.
 */
export type Activity = (typeof ACTIVITIES)[number];

/** What plays a video: players on a page of their own first, `native` for a bare element. */
export const PLAYERS = [
	'youtube',
	'vimeo',
	'dailymotion',
	'peertube',
	'esup-pod',
	'kaltura',
	'panopto',
	'nudgis',
	'wistia',
	'loom',
	'bunny',
	'cloudflare-stream',
	'vidyard',
	'jw-player',
	'brightcove',
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

/** One of {@link PLAYERS}; `other` feeds the video in segments and shows no name. */
export type Player = (typeof PLAYERS)[number];

/**
 * What the pages of a visit loaded beyond need. Bytes are transfer sizes of this visit: what the cache answered counts
 * nothing.
 */
export const WASTE_FIELDS = [
	/** Raster images (all but vector ones) worth another encoding, and those of them that are JPEG, PNG or GIF. */
	'rasterCount',
	'oldRasterCount',
	'oldRasterBytes',
	/** Images with many more pixels than the page shows, and the share of their bytes above that. */
	'oversizedCount',
	'oversizedBytes',
	/** Heavy GIF images. */
	'gifCount',
	'gifBytes',
	/** Texts (pages, scripts, styles, data) sent uncompressed. */
	'plainTextCount',
	'plainTextBytes',
	/** Third-party players that loaded and never played. */
	'embedCount',
	'embedBytes',
	/** Files transferred again although earlier pages of the same course had loaded them. */
	'repeatCount',
	'repeatBytes',
	/** Documents (PDF, office files) that came over the network, by the background: what a cache answered is none of them. */
	'documentCount',
	'documentBytes',
] as const;

/** 2^40, a terabyte or 35 years in milliseconds: above any figure of one frame, and sums of such figures stay exact. */
export const MAX_AMOUNT = 2 ** 40;
/** Upper bound of every stored sum: more than any day, year or lifetime holds, and far below where sums lose single units. */
export const MAX_STORED = 2 ** 50;

/** Names in amounts by name, as of resolutions or codecs: in a frame's report, a visit, a day and a file. */
export const MAX_PARTS = 100;

/** A report holds at most this many addresses; a frame with more sends several reports. */
export const MAX_ADDRESSES_A_REPORT = 500;
/** Entries of one address in a report: a page that makes more requests to it in a few seconds polls it. */
export const MAX_ENTRIES_AN_ADDRESS = 50;
/** Characters and lines of a frame's counters: a page that sends more has forged them, and the rest is not read. */
export const MAX_COUNTERS_LENGTH = 2 ** 18;
export const MAX_COUNTER_LINES = 150;
/** Addresses of unknown size that a frame is asked about at once. */
export const MAX_WANTED = 100;

/** Characters of a path in an audit, and of a page's title. */
export const MAX_PATH_LENGTH = 300;
export const MAX_PAGE_TITLE_LENGTH = 200;
/** Characters of the name of an audit. */
export const MAX_AUDIT_NAME_LENGTH = 120;
/** Media, images and embeds of one load in an audit, and files of one inspection: a browser lists 250, unless the page asks for more. */
export const MAX_LOAD_ITEMS = 200;
export const MAX_SEEN_FILES = 1_000;

/** Who an export is for: `shareable` has codes where `personal` has hosts, course keys and course names. */
export const SCOPES = ['shareable', 'personal'] as const;

export type Scope = (typeof SCOPES)[number];

/** The export formats that hold data and need no page to be drawn in, in the order of display. */
export const DATA_FORMS = ['csv', 'csv-software', 'json', 'xapi'] as const;

export type DataForm = (typeof DATA_FORMS)[number];

/** What "Erase everything" erases. */
export type ErasedPart = 'figures' | 'sites' | 'access' | 'settings';
