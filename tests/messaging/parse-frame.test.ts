import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAYING } from '@/tests/measure/playing';
import { addressKey } from '@/utils/measure/address-key';
import { NO_MEDIA } from '@/utils/measure/media';
import { MAX_ADDRESSES_A_REPORT } from '@/utils/messaging/limits';
import { parseFrameOpen, parseFrameReport, parsePlace } from '@/utils/messaging/parse-frame';

const OPEN = {
	frameId: 'frame0000000000a',
	visitId: 'visit0000000000a',
	startedAtMs: 1_795_424_400_000,
	day: '2026-11-23',
	isLate: false,
};
const ADDRESS = {
	key: '2gosa7pa2gv',
	initiator: 'fetch',
	ending: 'mp4',
	timedCount: 1,
	timedBytes: 2,
	opaqueCount: 0,
	cachedCount: 0,
	sparedBytes: 0,
	brokenCount: 0,
	brokenMs: 0,
};
const FILM = { key: 'abc', share: 0.5, isPlayed: true, pipedShare: 0 };
const MEDIA = {
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
const NOW_PLAYING = { ...PLAYING, codec: 'avc1', bitsPerSecond: 900_000 };
const REPORT = {
	frameId: 'frame0000000000a',
	visitId: 'visit0000000000a',
	addresses: [ADDRESS],
	films: [FILM],
	connections: 'wss://class.example/ws,1,5000,300,0',
	media: MEDIA,
	nowPlaying: NOW_PLAYING,
	activeMs: 5,
	isLeaving: false,
	isFrozen: false,
};
/** The report as it is taken. */
const { initiator: _, ending: __, ...SAID } = ADDRESS;
const TAKEN = {
	...REPORT,
	addresses: [{ ...SAID, kind: 'video' }],
	connections: [
		{
			key: addressKey('wss://class.example/ws'),
			count: 1,
			receivedBytes: 5000,
			sentBytes: 300,
			isPacked: false,
			isPart: false,
		},
	],
};
const PLACE = { platform: 'moodle', courseKey: '7', courseLabel: 'Sécurité', activity: 'quiz' };

/** Names that every object inherits: as the key of a plain object they reach its prototype. */
const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__', 'isPrototypeOf'];
const NOT_AMOUNTS = [
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
const NOT_OBJECTS = [null, undefined, 5, 'text', true, [], () => ({})];

/** `value` with one field, given by its path, replaced. */
function withField(value: unknown, path: readonly (string | number)[], replacement: unknown): unknown {
	const [field, ...rest] = path;
	if (field === undefined) return replacement;
	const copy = structuredClone(value) as Record<string | number, unknown>;
	copy[field] = withField(copy[field], rest, replacement);
	return copy;
}

const say = (value: unknown) =>
	typeof value === 'object' || typeof value === 'string' ? JSON.stringify(value) : String(value);

describe('what a frame says', () => {
	it('is taken as it is when it has the right shape', () => {
		expect(parseFrameOpen(OPEN)).toEqual(OPEN);
		expect(parseFrameOpen({ ...OPEN, visitId: null })).toEqual({ ...OPEN, visitId: null });
		expect(parseFrameReport(REPORT)).toEqual(TAKEN);
		expect(parseFrameReport({ ...REPORT, nowPlaying: null })).toEqual({ ...TAKEN, nowPlaying: null });
		expect(parsePlace(PLACE)).toEqual(PLACE);
	});

	it('loses every field that is not asked for', () => {
		const extra = { title: 'Examen de Jeanne', url: 'https://moodle.example/user/12' };
		const stuffed = {
			...REPORT,
			...extra,
			addresses: [{ ...ADDRESS, ...extra }],
			films: [{ ...FILM, ...extra }],
			media: { ...MEDIA, ...extra },
			nowPlaying: { ...NOW_PLAYING, ...extra },
		};
		expect(parseFrameReport(stuffed)).toEqual(TAKEN);
		expect(parseFrameOpen({ ...OPEN, ...extra })).toEqual(OPEN);
		expect(parsePlace({ ...PLACE, ...extra })).toEqual(PLACE);
	});

	it.each(NOT_OBJECTS.map((value) => [say(value), value]))('is refused whole when it is %s', (_title, value) => {
		expect(parseFrameOpen(value)).toBeNull();
		expect(parseFrameReport(value)).toBeNull();
		expect(parsePlace(value)).toBeNull();
	});

	const amounts = [
		['activeMs'],
		['addresses', 0, 'timedCount'],
		['addresses', 0, 'timedBytes'],
		['addresses', 0, 'opaqueCount'],
		['addresses', 0, 'cachedCount'],
		['addresses', 0, 'sparedBytes'],
		['media', 'videoMs'],
		['media', 'audioMs'],
		['media', 'hiddenMs'],
		['media', 'oversizedMs'],
		['media', 'seekCount'],
		['media', 'videoMsByHeight', '480'],
		['media', 'msByPlayer', 'hls.js'],
		['nowPlaying', 'decodedWidthPx'],
		['nowPlaying', 'decodedHeightPx'],
		['nowPlaying', 'shownWidthPx'],
		['nowPlaying', 'shownHeightPx'],
		['nowPlaying', 'oversizedMs'],
		['nowPlaying', 'hiddenMs'],
	];
	it.each(amounts.map((path) => [path.join('.'), path] as const))('is refused when %s is no amount', (_title, path) => {
		for (const value of NOT_AMOUNTS) expect(parseFrameReport(withField(REPORT, path, value)), say(value)).toBeNull();
		expect(parseFrameReport(withField(REPORT, path, 2 ** 40))).not.toBeNull();
	});

	const objects = [['addresses', 0], ['films', 0], ['media'], ['media', 'videoMsByHeight'], ['nowPlaying']];
	it.each(objects.map((path) => [path.join('.'), path] as const))('is refused when %s is no object', (_title, path) => {
		for (const value of NOT_OBJECTS) {
			if ((path.at(-1) === 'nowPlaying' || path.at(-1) === 'media') && value === null) continue;
			expect(parseFrameReport(withField(REPORT, path, value)), say(value)).toBeNull();
		}
	});

	it.each(['addresses', 'films'] as const)('is refused when %s is no list', (field) => {
		for (const value of [null, undefined, {}, 'abc', { length: 1, 0: ADDRESS }]) {
			expect(parseFrameReport({ ...REPORT, [field]: value }), say(value)).toBeNull();
		}
	});

	it('is refused when a list is too long', () => {
		const addresses = Array.from({ length: MAX_ADDRESSES_A_REPORT }, () => ADDRESS);
		expect(parseFrameReport({ ...REPORT, addresses })).not.toBeNull();
		expect(parseFrameReport({ ...REPORT, addresses: [...addresses, ADDRESS] })).toBeNull();
		const films = Array.from({ length: 100 }, () => FILM);
		expect(parseFrameReport({ ...REPORT, films })).not.toBeNull();
		expect(parseFrameReport({ ...REPORT, films: [...films, FILM] })).toBeNull();
	});

	it('is refused when a film is buffered by less than nothing or more than whole', () => {
		for (const share of [0, 1]) expect(parseFrameReport({ ...REPORT, films: [{ ...FILM, share }] })).not.toBeNull();
		for (const share of [-0.1, 1.1, Number.NaN, '0.5', null]) {
			expect(parseFrameReport({ ...REPORT, films: [{ ...FILM, share }] }), say(share)).toBeNull();
		}
	});

	it('is refused when a height is no number of pixels, or there are too many of them', () => {
		const heights = (names: readonly string[]) => ({
			...REPORT,
			media: { ...MEDIA, videoMsByHeight: Object.fromEntries(names.map((name) => [name, 1])) },
		});
		expect(parseFrameReport(heights(['20000']))).not.toBeNull();
		for (const name of ['20001', '-480', '4.8', 'tall', '', ' ', '9'.repeat(400), ...INHERITED]) {
			expect(parseFrameReport(heights([name])), name).toBeNull();
		}
		const many = Array.from({ length: 101 }, (_, index) => String(index));
		expect(parseFrameReport(heights(many))).toBeNull();
	});

	it('is refused when a key of an object would be a name that all objects have', () => {
		for (const name of INHERITED) {
			expect(parseFrameOpen({ ...OPEN, frameId: name }), name).toBeNull();
			expect(parseFrameOpen({ ...OPEN, visitId: name }), name).toBeNull();
			expect(parseFrameReport({ ...REPORT, frameId: name }), name).toBeNull();
			expect(parseFrameReport({ ...REPORT, visitId: name }), name).toBeNull();
			expect(parseFrameReport({ ...REPORT, addresses: [{ ...ADDRESS, key: name }] }), name).toBeNull();
			expect(parseFrameReport({ ...REPORT, films: [{ ...FILM, key: name }] }), name).toBeNull();
		}
	});

	it('is refused when a key could hold an address or a text', () => {
		for (const key of ['', 'https://a.example/', 'a/b', 'A', 'é', 'a b', 'x'.repeat(17), 5, null]) {
			expect(parseFrameReport({ ...REPORT, addresses: [{ ...ADDRESS, key }] }), say(key)).toBeNull();
		}
		for (const id of ['', 'short', 'x'.repeat(65), 'frame 000000000a', 'https://a.example/', 5, undefined]) {
			expect(parseFrameOpen({ ...OPEN, frameId: id }), say(id)).toBeNull();
			expect(parseFrameOpen({ ...OPEN, visitId: id }), say(id)).toBeNull();
		}
	});

	it('is refused when a kind, an activity or a platform is not one of ours', () => {
		for (const name of ['film', '', 'Video', null, 5, ...INHERITED]) {
			expect(parsePlace({ ...PLACE, activity: name }), say(name)).toBeNull();
		}
		for (const platform of ['', '-moodle', 'Moodle', 'moo dle', 'm'.repeat(41), null]) {
			expect(parsePlace({ ...PLACE, platform }), say(platform)).toBeNull();
		}
	});

	it('is refused when an initiator or an ending could hold a text', () => {
		for (const word of ['a b', '/x', 'é', 'x'.repeat(31), 5, null, undefined]) {
			expect(parseFrameReport({ ...REPORT, addresses: [{ ...ADDRESS, initiator: word }] }), say(word)).toBeNull();
			expect(parseFrameReport({ ...REPORT, addresses: [{ ...ADDRESS, ending: word }] }), say(word)).toBeNull();
		}
	});

	it('is refused when what it says of connections is no text', () => {
		for (const connections of [null, undefined, 5, []]) {
			expect(parseFrameReport({ ...REPORT, connections }), say(connections)).toBeNull();
		}
	});

	it('is refused when a course’s key or name is too long or no text', () => {
		expect(parsePlace({ ...PLACE, courseLabel: null })).toEqual({ ...PLACE, courseLabel: null });
		for (const text of [5, undefined, {}, 'x'.repeat(201)]) {
			expect(parsePlace({ ...PLACE, courseKey: text }), say(text)).toBeNull();
			expect(parsePlace({ ...PLACE, courseLabel: text }), say(text)).toBeNull();
		}
		expect(parsePlace({ ...PLACE, courseKey: null })).toBeNull();
		expect(parsePlace({ ...PLACE, courseLabel: 'x'.repeat(121) })).toBeNull();
	});

	it('is refused when its day does not exist', () => {
		for (const day of ['2026-02-30', '2026-13-01', '9999-99-99', '23/11/2026', '2026-11-23T09', 20261123, null]) {
			expect(parseFrameOpen({ ...OPEN, day }), say(day)).toBeNull();
		}
		for (const startedAtMs of [-1, 0.5, Number.NaN, '1', 2 ** 60]) {
			expect(parseFrameOpen({ ...OPEN, startedAtMs }), say(startedAtMs)).toBeNull();
		}
	});

	it('never throws, and never reaches what all objects have', () => {
		const before = Object.getOwnPropertyNames(Object.prototype);
		fc.assert(
			fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), (value) => {
				parseFrameOpen(value);
				parseFrameReport(value);
				parseFrameReport({ ...REPORT, media: value });
				parsePlace(value);
			}),
		);
		expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
	});

	it('says only true when it says that the page leaves', () => {
		for (const isLeaving of ['true', 1, {}, undefined]) {
			expect(parseFrameReport({ ...REPORT, isLeaving })?.isLeaving, say(isLeaving)).toBe(false);
		}
		expect(parseFrameReport({ ...REPORT, isLeaving: true })?.isLeaving).toBe(true);
	});
});
