import { parseConnections } from '@/utils/measure/connection';
import type { BufferedFilm, FrameOpen, FrameReport, TimedAddress } from '@/utils/measure/frame-report';
import { type MediaTotals, NO_MEDIA, type NowPlaying } from '@/utils/measure/media';
import { kindOfEntry } from '@/utils/measure/resource-kind';
import { ACTIVITIES, type Activity, type SeenPlace } from '@/utils/measure/visit';
import { isDay } from '@/utils/units/day';
import type { SoberReport } from './frame-protocol';
import { MAX_ADDRESSES_A_REPORT } from './limits';

const MAX_FILMS = 100;
const MAX_HEIGHTS = 100;
const MAX_LABEL_LENGTH = 120;
const MAX_COURSE_KEY_LENGTH = 200;
const MAX_HEIGHT_PX = 20_000;
/** 2^40, a terabyte or 35 years in milliseconds: no frame says more of anything, and sums of what frames say stay exact. */
const MAX_AMOUNT = 2 ** 40;

const ID = /^[\w-]{8,64}$/;
/** Names of Resource Timing's initiator types, of elements mostly. */
const INITIATOR = /^[a-z-]{0,30}$/i;
const ANY_TEXT = /^/;
const ENDING = /^[a-z\d]{0,5}$/i;
const KEY = /^[0-9a-z]{1,16}$/;
const PLATFORM = /^[a-z0-9][a-z0-9-]{0,39}$/;

class Refusal extends Error {}

type Fields = Readonly<Record<string, unknown>>;

function fields(value: unknown): Fields {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal();
	return value as Fields;
}

function text(value: unknown, pattern: RegExp): string {
	if (typeof value !== 'string' || !pattern.test(value)) throw new Refusal();
	return value;
}

/** A random id or a hash: it becomes the key of a plain object, so it may be no name that every object has (`constructor`). */
function objectKey(value: unknown, pattern: RegExp): string {
	const key = text(value, pattern);
	if (key in Object.prototype) throw new Refusal();
	return key;
}

function day(value: unknown): string {
	if (typeof value !== 'string' || !isDay(value)) throw new Refusal();
	return value;
}

function moment(value: unknown): number {
	if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Refusal();
	return value;
}

function shortText(value: unknown, maxLength: number): string {
	if (typeof value !== 'string' || value.length > maxLength) throw new Refusal();
	return value;
}

function amount(value: unknown): number {
	const known = moment(value);
	if (known > MAX_AMOUNT) throw new Refusal();
	return known;
}

function oneOf<Value extends string>(value: unknown, values: readonly Value[]): Value {
	if (!(values as readonly unknown[]).includes(value)) throw new Refusal();
	return value as Value;
}

function list<Item>(value: unknown, maxLength: number, parse: (item: unknown) => Item): readonly Item[] {
	if (!Array.isArray(value) || value.length > maxLength) throw new Refusal();
	return value.map(parse);
}

function parseAddress(value: unknown): TimedAddress {
	const said = fields(value);
	return {
		key: objectKey(said.key, KEY),
		kind: kindOfEntry(text(said.initiator, INITIATOR), `.${text(said.ending, ENDING)}`),
		timedCount: amount(said.timedCount),
		timedBytes: amount(said.timedBytes),
		opaqueCount: amount(said.opaqueCount),
		cachedCount: amount(said.cachedCount),
		sparedBytes: amount(said.sparedBytes),
	};
}

function parseFilm(value: unknown): BufferedFilm {
	const said = fields(value);
	const share = said.share;
	if (typeof share !== 'number' || !(share >= 0 && share <= 1)) throw new Refusal();
	return { key: objectKey(said.key, KEY), share };
}

function parseMedia(value: unknown): MediaTotals {
	if (value === null) return NO_MEDIA;
	const said = fields(value);
	const heights = Object.entries(fields(said.videoMsByHeight));
	if (heights.length > MAX_HEIGHTS || heights.some(([height]) => !/^\d+$/.test(height) || +height > MAX_HEIGHT_PX)) {
		throw new Refusal();
	}
	return {
		videoMs: amount(said.videoMs),
		audioMs: amount(said.audioMs),
		hiddenMs: amount(said.hiddenMs),
		oversizedMs: amount(said.oversizedMs),
		videoMsByHeight: Object.fromEntries(heights.map(([height, ms]) => [height, amount(ms)])),
	};
}

function parseNowPlaying(value: unknown): NowPlaying | null {
	if (value === null) return null;
	const said = fields(value);
	return {
		decodedWidthPx: amount(said.decodedWidthPx),
		decodedHeightPx: amount(said.decodedHeightPx),
		shownWidthPx: amount(said.shownWidthPx),
		shownHeightPx: amount(said.shownHeightPx),
		isHidden: said.isHidden === true,
		oversizedMs: amount(said.oversizedMs),
		hiddenMs: amount(said.hiddenMs),
	};
}

function accept<Value>(parse: () => Value): Value | null {
	try {
		return parse();
	} catch (error) {
		if (error instanceof Refusal) return null;
		throw error;
	}
}

/** A frame's opening words when they have the right shape, null otherwise. */
export function parseFrameOpen(value: unknown): FrameOpen | null {
	return accept(() => {
		const said = fields(value);
		return {
			frameId: objectKey(said.frameId, ID),
			visitId: said.visitId === null ? null : objectKey(said.visitId, ID),
			startedAtMs: moment(said.startedAtMs),
			day: day(said.day),
		};
	});
}

/** A frame's report when every part of it has the right shape, null otherwise: a page's renderer is a stranger. */
export function parseFrameReport(value: unknown): FrameReport | null {
	return accept(() => {
		const said = fields(value);
		return {
			frameId: objectKey(said.frameId, ID),
			visitId: objectKey(said.visitId, ID),
			addresses: list(said.addresses, MAX_ADDRESSES_A_REPORT, parseAddress),
			films: list(said.films, MAX_FILMS, parseFilm),
			connections: parseConnections(text(said.connections, ANY_TEXT)),
			media: parseMedia(said.media),
			nowPlaying: parseNowPlaying(said.nowPlaying),
			activeMs: amount(said.activeMs),
			isLeaving: said.isLeaving === true,
		};
	});
}

/** What sober mode has done in a frame when it has the right shape, null otherwise. */
export function parseSoberReport(value: unknown): SoberReport | null {
	return accept(() => {
		const said = fields(value);
		return { avoidedBytes: amount(said.avoidedBytes), isStuck: said.isStuck === true };
	});
}

/** A place read in a page when it has the right shape, null otherwise. */
export function parsePlace(value: unknown): SeenPlace | null {
	return accept(() => {
		const said = fields(value);
		return {
			platform: text(said.platform, PLATFORM),
			courseKey: shortText(said.courseKey, MAX_COURSE_KEY_LENGTH),
			courseLabel: said.courseLabel === null ? null : shortText(said.courseLabel, MAX_LABEL_LENGTH),
			activity: oneOf<Activity>(said.activity, ACTIVITIES),
		};
	});
}
