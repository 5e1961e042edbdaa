import * as v from 'valibot';
import { type MediaTotals, NO_MEDIA } from './media-fields';
import { MAX_PARTS, PLAYERS } from './names';
import { AmountSchema, amountsBy, FlagSchema, type Of, StoredAmountSchema } from './values';

type MediaEntries = { readonly [Field in keyof MediaTotals]: v.GenericSchema<unknown, MediaTotals[Field]> };

/** The fields of media totals: amounts by one schema, amounts by name by the schema that `partsOf` gives for a field. */
function mediaEntries(
	amount: v.GenericSchema<unknown, number>,
	partsOf: (field: string) => v.GenericSchema<unknown, Readonly<Record<string, number>>>,
): MediaEntries {
	const fields = Object.entries(NO_MEDIA).map(([field, nothing]) => [field, nothing === 0 ? amount : partsOf(field)]);
	return Object.fromEntries(fields) as MediaEntries;
}

const StoredPartsSchema = amountsBy(v.pipe(v.string(), v.regex(/^[\w.-]{1,40}$/)), StoredAmountSchema, MAX_PARTS);

/** Media totals of a stored visit or day. */
export const MediaTotalsSchema = v.strictObject(mediaEntries(StoredAmountSchema, () => StoredPartsSchema));

const MAX_HEIGHT_PX = 20_000;
const MAX_RATIO = 1_000_000;

/** Short names as in RFC 6381 before the first dot: `avc1`, `av01`. */
const CodecSchema = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,8}$/i));
const HeightSchema = v.pipe(
	v.string(),
	v.regex(/^\d{1,5}$/),
	v.check((name) => Number(name) <= MAX_HEIGHT_PX),
);
const PlayerSchema = v.picklist(PLAYERS);
const RatioSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_RATIO));

const PART_NAMES: Readonly<Record<string, v.GenericSchema<string>>> = {
	msByPlayer: PlayerSchema,
	videoMsByCodec: CodecSchema,
};

/** Media totals of a frame so far. */
export const FrameMediaSchema = v.object(
	mediaEntries(AmountSchema, (field) => amountsBy(PART_NAMES[field] ?? HeightSchema, AmountSchema, MAX_PARTS)),
);

/** The video that is playing at the moment, for the popup and the tips; never stored. */
export const NowPlayingSchema = v.object({
	/** Longer and shorter side of the decoded picture: 1280 and 720 for a portrait video too. */
	decodedWidthPx: AmountSchema,
	decodedHeightPx: AmountSchema,
	/** Size of the whole picture on screen in device pixels, without letterbox bars; 0 where the element has none. */
	shownWidthPx: AmountSchema,
	shownHeightPx: AmountSchema,
	/** True while the tab is hidden and no picture-in-picture is shown. */
	isHidden: FlagSchema,
	/** True while the tab is shown and the video is wholly out of the viewport. */
	isOffScreen: FlagSchema,
	/** Milliseconds this video has been decoded at twice its shown pixels or more. */
	oversizedMs: AmountSchema,
	/** Milliseconds this video has played hidden, and off screen. */
	hiddenMs: AmountSchema,
	offScreenMs: AmountSchema,
	/** Muted, or at volume 0. */
	isMuted: FlagSchema,
	playbackRate: RatioSchema,
	/** Started without a user gesture in its frame. */
	isSelfStarted: FlagSchema,
	/** Started without a gesture after another video of its frame had ended. */
	isNext: FlagSchema,
	/** Milliseconds since the last input in its frame. */
	idleMs: AmountSchema,
	player: PlayerSchema,
	/** Captions or subtitles are offered. */
	hasCaptions: FlagSchema,
	/** Fed from several qualities or a manifest; false for one file; null when unknown. */
	isAdaptive: v.fallback(v.nullable(v.boolean()), false),
	/** Short name of the codec, `avc1`; null when unknown. */
	codec: v.nullable(CodecSchema),
	/** Bits decoded per second of the video so far, sound included; null in Firefox, which counts none. */
	bitsPerSecond: v.nullable(AmountSchema),
	/** Length of the video, milliseconds; null for a live one. */
	durationMs: v.nullable(AmountSchema),
	/** Video played at least once, played again, and skipped forward, each / its length; null for a live one. */
	watchedRatio: v.nullable(RatioSchema),
	replayedRatio: v.nullable(RatioSchema),
	skippedRatio: v.nullable(RatioSchema),
});

export type NowPlaying = Of<typeof NowPlayingSchema>;
