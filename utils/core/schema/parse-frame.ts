import { parseConnections } from '@/utils/core/measure/connection';
import type { BufferedVideo, FrameOpen, FrameReport, TimedAddress } from '@/utils/core/measure/frame-report';
import { kindOfEntry } from '@/utils/core/measure/resource-kind';
import { parseCall } from '@/utils/core/visit/call';
import { ACTIVITIES, type Activity, type ObservedContext } from '@/utils/core/visit/visit';
import type { SoberReport } from './frame-protocol';
import { FRAME_ID, KEY, MAX_ADDRESSES_A_REPORT } from './limits';
import { parseMedia, parseNowPlaying } from './parse-media';
import { accept, amount, day, fields, list, moment, objectKey, oneOf, Refusal, shortText, text } from './parse-values';

const MAX_VIDEOS = 100;
const MAX_LABEL_LENGTH = 120;
const MAX_COURSE_KEY_LENGTH = 200;

/** Names of Resource Timing's initiator types, of elements mostly. */
const INITIATOR = /^[a-z-]{0,30}$/i;
const ANY_TEXT = /^/;
const ENDING = /^[a-z\d]{0,5}$/i;
const PLATFORM = /^[a-z0-9][a-z0-9-]{0,39}$/;

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
		brokenCount: amount(said.brokenCount),
	};
}

function share(value: unknown): number {
	if (typeof value !== 'number' || !(value >= 0 && value <= 1)) throw new Refusal();
	return value;
}

function parseVideo(value: unknown): BufferedVideo {
	const said = fields(value);
	return {
		key: objectKey(said.key, KEY),
		share: share(said.share),
		grownAtMs: moment(said.grownAtMs),
		isPlayed: said.isPlayed === true,
		restedAtMs: moment(said.restedAtMs),
		inspectedAtMs: moment(said.inspectedAtMs),
		sharePerMs: share(said.sharePerMs),
		hasJumped: said.hasJumped === true,
	};
}

/** A frame's opening words when they have the right shape, null otherwise. */
export function parseFrameOpen(value: unknown): FrameOpen | null {
	return accept(() => {
		const said = fields(value);
		return {
			frameId: objectKey(said.frameId, FRAME_ID),
			visitId: said.visitId === null ? null : objectKey(said.visitId, FRAME_ID),
			startedAtMs: moment(said.startedAtMs),
			day: day(said.day),
			isLate: said.isLate === true,
		};
	});
}

/** A frame's report when every part of it has the right shape, null otherwise: a page's renderer is a stranger. */
export function parseFrameReport(value: unknown): FrameReport | null {
	return accept(() => {
		const said = fields(value);
		const connections = text(said.connections, ANY_TEXT);
		return {
			frameId: objectKey(said.frameId, FRAME_ID),
			visitId: objectKey(said.visitId, FRAME_ID),
			addresses: list(said.addresses, MAX_ADDRESSES_A_REPORT, parseAddress),
			videos: list(said.videos, MAX_VIDEOS, parseVideo),
			connections: parseConnections(connections),
			media: { ...parseMedia(said.media), ...parseCall(connections) },
			nowPlaying: parseNowPlaying(said.nowPlaying),
			activeMs: amount(said.activeMs),
			isLeaving: said.isLeaving === true,
			isFrozen: said.isFrozen === true,
		};
	});
}

/** What sober mode has done in a frame when it has the right shape, null otherwise. */
export function parseSoberReport(value: unknown): SoberReport | null {
	return accept(() => {
		const said = fields(value);
		return {
			avoidedBytes: amount(said.avoidedBytes),
			isStuck: said.isStuck === true,
			cappableCount: amount(said.cappableCount),
		};
	});
}

/** A place read in a page when it has the right shape, null otherwise. */
export function parseContext(value: unknown): ObservedContext | null {
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
