import * as v from 'valibot';
import { FrameMediaSchema, NowPlayingSchema } from './media';
import { MAX_ADDRESSES_A_REPORT, MAX_COUNTERS_LENGTH, MAX_ENTRIES_AN_ADDRESS } from './names';
import {
	AddressKeySchema,
	AmountSchema,
	DaySchema,
	FlagSchema,
	FrameIdSchema,
	listOf,
	MomentSchema,
	type Of,
	parserOf,
	ShareSchema,
	word,
} from './values';

const MAX_VIDEOS = 100;
const MAX_SPANS = 50;

/** Resource Timing entries of one address in one frame, added up so far. */
const ReportedAddressSchema = v.object({
	key: AddressKeySchema,
	/** Resource Timing's initiator type, an element's name mostly. The background derives the kind from it. */
	initiator: word(/^[a-z-]{0,30}$/i),
	/** Extension of the path, without its dot, in any case; '' when it has none. */
	ending: word(/^[a-z\d]{0,5}$/i),
	timedCount: AmountSchema,
	timedBytes: AmountSchema,
	opaqueCount: AmountSchema,
	cachedCount: AmountSchema,
	sparedBytes: AmountSchema,
	/** Requests that broke off. */
	brokenCount: AmountSchema,
	/**
	 * Entries since the last report that show what came: their number among those of the address, when the response ended (milliseconds
	 * since 1970), and its body bytes, null where the cache answered. By these the background finds which request an entry is of.
	 */
	entries: listOf(v.tuple([AmountSchema, MomentSchema, v.nullable(AmountSchema)]), MAX_ENTRIES_AN_ADDRESS),
});

export type ReportedAddress = Of<typeof ReportedAddressSchema>;

/** How much of a video one frame has loaded, by the key of its address. Totals so far. */
const BufferedVideoSchema = v.object({
	key: AddressKeySchema,
	/** Share that was ever buffered, 0 to 1, and when it last grew, milliseconds since 1970. */
	share: ShareSchema,
	lastLoadedAtMs: MomentSchema,
	/** False while it was only loaded ahead. */
	isPlayed: FlagSchema,
	/** When the browser last suspended loading because enough was buffered, milliseconds since 1970; 0 for never. */
	suspendedAtMs: MomentSchema,
	/** When it was last inspected, milliseconds since 1970. */
	inspectedAtMs: MomentSchema,
	/** Share loaded per millisecond while it last loaded; 0 until known. */
	sharePerMs: ShareSchema,
	/** Another part of it was loaded after a suspension: bytes that waited for the player then are in no figure. */
	hasJumped: FlagSchema,
});

export type BufferedVideo = Of<typeof BufferedVideoSchema>;

/** A stretch of time, milliseconds since 1970. */
const TimeSpanSchema = v.pipe(
	v.tuple([MomentSchema, MomentSchema]),
	v.check(([start, end]) => v.is(AmountSchema, end - start)),
);

export type TimeSpan = Of<typeof TimeSpanSchema>;

/** When a frame was in use, by the clock: its newest stretches of each kind. */
const FrameTimesSchema = v.object({
	/** Attended (visible and focused, or with the popup open over it), or with media playing in a visible tab; without silent loops. */
	active: listOf(TimeSpanSchema, MAX_SPANS),
	/** With media playing in a hidden tab. */
	hidden: listOf(TimeSpanSchema, MAX_SPANS),
	/** With any video playing. */
	video: listOf(TimeSpanSchema, MAX_SPANS),
});

export type FrameTimes = Of<typeof FrameTimesSchema>;

/** A frame starts, and asks which visit it belongs to. */
const FrameOpenSchema = v.object({
	/** Random id of this frame's document. */
	frameId: FrameIdSchema,
	/** Set by the top frame, which makes the visit; null in child frames, which join the tab's. */
	visitId: v.nullable(FrameIdSchema),
	/** Start of the visit, milliseconds since 1970: the navigation, or the route change. */
	startedAtMs: MomentSchema,
	/** Local day of the start. */
	day: DaySchema,
	/** The document existed before it was observed: network events may have missed its beginning. */
	isLate: FlagSchema,
	/** The background lost the visit of this frame, whose counters begin again at 0. */
	isAgain: FlagSchema,
});

export type FrameOpen = Of<typeof FrameOpenSchema>;

export const parseFrameOpen = parserOf(FrameOpenSchema, null);

/** Counters of the page world, cut before anything splits them. */
const CountersSchema = v.pipe(
	v.string(),
	v.transform((text) => text.slice(0, MAX_COUNTERS_LENGTH)),
);

/**
 * A frame's totals so far for one visit, as it sends them. It holds only addresses that changed and that the background
 * needs; each replaces the earlier one. Unknown fields are dropped.
 */
export const SentReportSchema = v.object({
	frameId: FrameIdSchema,
	visitId: FrameIdSchema,
	addresses: listOf(ReportedAddressSchema, MAX_ADDRESSES_A_REPORT),
	videos: listOf(BufferedVideoSchema, MAX_VIDEOS),
	/** For `parseConnections` and `parseCall`: all counters, changed or not. */
	connections: CountersSchema,
	/** Null in a frame without media. */
	media: v.nullable(FrameMediaSchema),
	nowPlaying: v.nullable(NowPlayingSchema),
	/** Milliseconds of its stretches of kind `active` so far. */
	activeMs: AmountSchema,
	/** None where they have another shape: `activeMs` still counts. */
	times: v.fallback(FrameTimesSchema, { active: [], hidden: [], video: [] }),
	/** There is room for a video class in the frame. */
	isLarge: FlagSchema,
	/** The top frame's document is going away: its visit is over unless another report follows. */
	isLeaving: FlagSchema,
	/** It goes into the browser's back/forward cache: what it is loading is loaded on for a while. */
	isFrozen: FlagSchema,
	/** The top frame reports before its opening was answered, and its child frames have not begun to observe. */
	hasUnheardFrames: FlagSchema,
});

export type SentReport = Of<typeof SentReportSchema>;

/** What sober mode has done in one frame so far. */
const SoberReportSchema = v.object({
	/** Bytes that players did not load, by their own bitrates. */
	avoidedBytes: AmountSchema,
	/** True while a video keeps its shortened quality list until it is opened again. */
	isStuck: FlagSchema,
	/** Videos whose quality can be set from here. */
	cappableCount: AmountSchema,
});

export type SoberReport = Of<typeof SoberReportSchema>;

export const parseSoberReport = parserOf(SoberReportSchema, null);
