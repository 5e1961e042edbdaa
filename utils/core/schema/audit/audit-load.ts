import * as v from 'valibot';
import { KINDS, MAX_LOAD_ITEMS, MAX_PATH_LENGTH, PLAYERS } from '@/utils/core/schema/names';
import { KindTrafficSchema } from '@/utils/core/schema/traffic';
import {
	HostSchema,
	IdSchema,
	isWhole,
	listOf,
	MomentSchema,
	type Of,
	ShareSchema,
	word,
} from '@/utils/core/schema/values';

/** Most files of one load. */
export const MAX_LOAD_FILES = 1_000;

/** Longest side of a video or an image. */
const MAX_SIDE_PX = 100_000;
const MAX_PIXEL_RATIO = 20;
const MAX_OFFERED = 20;

/** A whole number. One check, not a pipe of five: an audit holds hundreds of thousands. */
export const CountSchema = v.custom<number>(isWhole);
const SideSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_SIDE_PX));

/** Path of an address, without query and fragment, as a browser writes it; one that is longer ends with an ellipsis. */
export const PathSchema = v.pipe(v.string(), v.maxLength(MAX_PATH_LENGTH), v.regex(/^\/[^?#\s\p{Cc}]*$/u));

export const NAMED = {
	host: HostSchema,
	path: PathSchema,
};

/**
 * What caches may do with a response, by its headers: keep it for more than a day, for a day at most, keep it and ask the server each
 * time (which sends headers only), or nothing.
 */
const CACHINGS = ['long', 'brief', 'check', 'none'] as const;

export type Caching = (typeof CACHINGS)[number];

/** What an inspection of a document shows of a file. */
export const SEEN_FILE = {
	/** Media type, lower case, without parameters; null where nothing shows it. */
	mimeType: v.nullable(word(/^[\w.+-]{1,60}\/[\w.+-]{1,80}$/)),
	/** Coding of the content such as `br`; '' for none, null where nothing shows it. */
	contentCoding: v.nullable(word(/^[\w-]{0,20}$/)),
	/** Bytes of the decoded body of one response; null where nothing shows it. */
	decodedBytes: v.nullable(CountSchema),
};

/** All requests of one load to one file name: addresses that differ in their queries only are one. */
const AuditFileSchema = v.strictObject({
	...NAMED,
	kind: v.picklist(KINDS),
	/** The visit's own figures of these requests: measured, estimated and unknown. Their sum over a load, with its `rest`, is the visit's. */
	traffic: KindTrafficSchema,
	/** Different addresses of this name. */
	addressCount: CountSchema,
	/** Requests in `traffic` that a cache answered, and the bytes that this saved. */
	cachedCount: CountSchema,
	savedBytes: CountSchema,
	/** Size of the whole resource (a video) by its headers; null until known. */
	wholeBytes: v.nullable(CountSchema),
	...SEEN_FILE,
	/** What caches may do with it; null where nothing shows it. */
	caching: v.nullable(v.picklist(CACHINGS)),
	/** Index in the `embeds` of its load, of the frame that requested it; null for the page itself. */
	embed: v.nullable(CountSchema),
});

export type AuditFile = Of<typeof AuditFileSchema>;

/** What an inspection of a document shows of a video or sound. */
export const SEEN_MEDIA = {
	/** Its file; null where a player feeds it in segments. */
	file: v.nullable(v.strictObject(NAMED)),
	isSound: v.boolean(),
	player: v.picklist(PLAYERS),
	/** Longer and shorter side of the decoded picture, and at which size in device pixels it was shown (largest); 0 where unknown. */
	decodedWidthPx: SideSchema,
	decodedHeightPx: SideSchema,
	shownWidthPx: SideSchema,
	shownHeightPx: SideSchema,
	/** Device pixels of one CSS pixel. */
	pixelRatio: v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_PIXEL_RATIO)),
	/** Length, milliseconds; null for a live one or where unknown. */
	durationMs: v.nullable(CountSchema),
	/** Bits a second, sound included: decoded ones (Chrome), else size of the file by its length; null when unknown. */
	bitsPerSecond: v.nullable(CountSchema),
	/** Fed from several qualities or a manifest; false for one file; null when unknown. */
	isAdaptive: v.nullable(v.boolean()),
	/** Lines of the `<source>`s or qualities that are offered; empty where nothing shows them. */
	offeredLines: listOf(SideSchema, MAX_OFFERED),
	/** Text tracks of kind captions or subtitles; null where the player may hold them elsewhere. */
	captionTrackCount: v.nullable(CountSchema),
	hasAutoplay: v.boolean(),
	/** As the page states it, '' where it does not. */
	preload: v.picklist(['', 'none', 'metadata', 'auto']),
	isMuted: v.boolean(),
	isLooping: v.boolean(),
	hasControls: v.boolean(),
	/** Whether any of it was played, how long (milliseconds of media), and which share was loaded. */
	isPlayed: v.boolean(),
	playedMs: CountSchema,
	loadedShare: ShareSchema,
};

/** A video or sound of a load. */
const AuditMediaSchema = v.strictObject({
	...SEEN_MEDIA,
	/** Index in the `embeds` of its load, of the frame that holds it; null for the page itself. */
	embed: v.nullable(CountSchema),
});

export type AuditMedia = Of<typeof AuditMediaSchema>;

/** An image as the page shows it, in its largest display. */
export const AuditImageSchema = v.strictObject({
	...NAMED,
	/** Pixels of the file, and of its display in device pixels; shown 0 where it has no box. */
	naturalWidthPx: SideSchema,
	naturalHeightPx: SideSchema,
	shownWidthPx: SideSchema,
	shownHeightPx: SideSchema,
	pixelRatio: v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_PIXEL_RATIO)),
	/** The page offers it in several sizes or formats (`srcset`, `<picture>`); loads it only when it comes into view. */
	hasChoice: v.boolean(),
	isLazy: v.boolean(),
});

export type AuditImage = Of<typeof AuditImageSchema>;

/** The frames of one host of another site. */
export const AuditEmbedSchema = v.strictObject({
	host: HostSchema,
	/** What plays in it; null for anything but a known player. */
	player: v.nullable(v.picklist(PLAYERS)),
	/** Known content of another site that is no player: a map, slides, a form, a board, a post. */
	isContent: v.optional(v.boolean(), false),
	/** Frames of this host that the page loaded: those of players and of content, where it has any. */
	frameCount: v.optional(v.pipe(CountSchema, v.minValue(1)), 1),
	/** Whether anything in it was played, or content was used, during this load; null where Sobrio has no access to it. */
	isPlayed: v.nullable(v.boolean()),
});

export type AuditEmbed = Of<typeof AuditEmbedSchema>;

/** One loading of a page: the figures of one visit. */
export const AuditLoadSchema = v.strictObject({
	/** The visit whose figures these are: later figures of it replace them. */
	visitId: IdSchema,
	atMs: MomentSchema,
	activeMs: CountSchema,
	/** The heaviest first. */
	files: listOf(AuditFileSchema, MAX_LOAD_FILES),
	/** Figures of the visit that no file above has: beyond the limit, of unknown name, sockets and calls. By kind, which may be absent. */
	rest: v.strictObject(v.entriesFromList(KINDS, v.exactOptional(KindTrafficSchema))),
	/** Names of files in `rest` that were beyond the limit. */
	droppedFileCount: CountSchema,
	media: listOf(AuditMediaSchema, MAX_LOAD_ITEMS),
	images: listOf(AuditImageSchema, MAX_LOAD_ITEMS),
	embeds: listOf(AuditEmbedSchema, MAX_LOAD_ITEMS),
	/** The page was never inspected: nothing is known of its media, images and embeds. */
	isUninspected: v.boolean(),
	/** The page was open before Sobrio or the audit: its first requests were missed. */
	isPartial: v.boolean(),
});

export type AuditLoad = Of<typeof AuditLoadSchema>;
