import { PLAYING } from '@/tests/core/visit/playing';
import { addressKey } from '@/utils/core/measure/address-key';
import { keyedLines } from '@/utils/core/measure/connection';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';

/** A frame's first message. */
export const OPEN = {
	frameId: 'frame0000000000a',
	visitId: 'visit0000000000a',
	startedAtMs: 1_795_424_400_000,
	day: '2026-11-23',
	isLate: false,
	isAgain: false,
};
export const ADDRESS = {
	key: '2gosa7pa2gv',
	initiator: 'fetch',
	ending: 'mp4',
	timedCount: 1,
	timedBytes: 2,
	opaqueCount: 0,
	cachedCount: 0,
	sparedBytes: 0,
	brokenCount: 0,
	entries: [[0, 1_795_424_400_500, 1_700]],
};
export const VIDEO = {
	key: 'abc',
	share: 0.5,
	lastLoadedAtMs: 1_795_424_401_000,
	isPlayed: true,
	suspendedAtMs: 0,
	inspectedAtMs: 1_795_424_402_000,
	sharePerMs: 0.001,
	hasJumped: false,
};
export const MEDIA = {
	...NO_MEDIA,
	videoMs: 1,
	audioMs: 2,
	hiddenMs: 3,
	oversizedMs: 4,
	videoMsByHeight: { 480: 1 },
	unseenMsByHeight: { 480: 1 },
	msByPlayer: { 'hls.js': 1 },
	videoMsByCodec: { avc1: 1 },
};
export const NOW_PLAYING = { ...PLAYING, codec: 'avc1', bitsPerSecond: 900_000 };
export const REPORT = {
	frameId: 'frame0000000000a',
	visitId: 'visit0000000000a',
	addresses: [ADDRESS],
	videos: [VIDEO],
	connections: keyedLines('wss://class.example/ws,1,5000,300,0'),
	media: MEDIA,
	nowPlaying: NOW_PLAYING,
	activeMs: 5,
	times: {
		active: [[1_795_424_400_000, 1_795_424_400_005]] as const,
		hidden: [[1_795_424_400_005, 1_795_424_400_007]] as const,
		video: [],
	},
	isLeaving: false,
	isFrozen: false,
	hasUnheardFrames: false,
	isLarge: false,
};
const { initiator: _, ending: __, ...COUNTS } = ADDRESS;
/** The report as it is parsed. */
export const PARSED = {
	...REPORT,
	answers: {},
	addresses: [{ ...COUNTS, kind: 'video' }],
	connections: [
		{
			key: addressKey('wss://class.example/ws'),
			count: 1,
			receivedBytes: 5000,
			sentBytes: 300,
			isPacked: false,
			mayBeCached: false,
			isPart: false,
			isStream: false,
		},
	],
};
/** The course context of a page. */
export const CONTEXT = { platform: 'moodle', courseKey: '7', courseLabel: 'Sécurité', activity: 'quiz' };

/** Names that every object inherits: as keys of a plain object they access its prototype. */
export const INHERITED = [
	'__proto__',
	'constructor',
	'toString',
	'hasOwnProperty',
	'__defineGetter__',
	'isPrototypeOf',
];
export const NOT_AMOUNTS = [
	-1,
	1.5,
	Number.NaN,
	Number.POSITIVE_INFINITY,
	2 ** 40 + 1,
	2 ** 60,
	'5',
	null,
	undefined,
	[5],
	{},
	true,
];
export const NOT_OBJECTS = [null, undefined, 5, 'text', true, [], () => ({}), new Uint8Array([5]), new String('5')];

/** `value` with one field, given by its path, replaced. */
export function withField(value: unknown, path: readonly (string | number)[], replacement: unknown): unknown {
	const [field, ...rest] = path;
	if (field === undefined) return replacement;
	const copy = structuredClone(value) as Record<string | number, unknown>;
	copy[field] = withField(copy[field], rest, replacement);
	return copy;
}

/** A value as the title of a test case. */
export const titleOf = (value: unknown) =>
	typeof value === 'object' || typeof value === 'string' ? JSON.stringify(value) : String(value);
