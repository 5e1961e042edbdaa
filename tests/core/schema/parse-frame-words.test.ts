import { describe, expect, it } from 'vitest';
import { parseFrameReport } from '@/utils/core/measure/frame-report';
import { parseFrameOpen } from '@/utils/core/schema/frame-report';
import { parseContext } from '@/utils/core/schema/visit';
import { ADDRESS, INHERITED, OPEN, PLACE, REPORT, say, VIDEO } from './frame-sample';

describe('the words of what a frame says', () => {
	it('are refused when a key of an object would be a name that all objects have', () => {
		for (const name of INHERITED) {
			expect(parseFrameOpen({ ...OPEN, frameId: name }), name).toBeNull();
			expect(parseFrameOpen({ ...OPEN, visitId: name }), name).toBeNull();
			expect(parseFrameReport({ ...REPORT, frameId: name }), name).toBeNull();
			expect(parseFrameReport({ ...REPORT, visitId: name }), name).toBeNull();
			expect(parseFrameReport({ ...REPORT, addresses: [{ ...ADDRESS, key: name }] }), name).toBeNull();
			expect(parseFrameReport({ ...REPORT, videos: [{ ...VIDEO, key: name }] }), name).toBeNull();
		}
	});

	it('are refused when a key could hold an address or a text', () => {
		for (const key of ['', 'https://a.example/', 'a/b', 'A', 'é', 'a b', 'x'.repeat(17), 5, null]) {
			expect(parseFrameReport({ ...REPORT, addresses: [{ ...ADDRESS, key }] }), say(key)).toBeNull();
		}
		for (const id of ['', 'short', 'x'.repeat(65), 'frame 000000000a', 'https://a.example/', 5, undefined]) {
			expect(parseFrameOpen({ ...OPEN, frameId: id }), say(id)).toBeNull();
			expect(parseFrameOpen({ ...OPEN, visitId: id }), say(id)).toBeNull();
		}
	});

	it('are refused when a kind, an activity or a platform is not one of ours', () => {
		for (const name of ['movie', '', 'Video', null, 5, ...INHERITED]) {
			expect(parseContext({ ...PLACE, activity: name }), say(name)).toBeNull();
		}
		for (const platform of ['', '-moodle', 'Moodle', 'moo dle', 'm'.repeat(41), null]) {
			expect(parseContext({ ...PLACE, platform }), say(platform)).toBeNull();
		}
	});

	it('are refused when an initiator or an ending could hold a text', () => {
		for (const word of ['a b', '/x', 'é', 'x'.repeat(31), 5, null, undefined]) {
			expect(parseFrameReport({ ...REPORT, addresses: [{ ...ADDRESS, initiator: word }] }), say(word)).toBeNull();
			expect(parseFrameReport({ ...REPORT, addresses: [{ ...ADDRESS, ending: word }] }), say(word)).toBeNull();
		}
	});

	it('are refused when what it says of connections is no text', () => {
		for (const connections of [null, undefined, 5, []]) {
			expect(parseFrameReport({ ...REPORT, connections }), say(connections)).toBeNull();
		}
	});

	it('are refused when a course’s key or name is too long or no text', () => {
		expect(parseContext({ ...PLACE, courseLabel: null })).toEqual({ ...PLACE, courseLabel: null });
		for (const text of [5, undefined, {}, 'x'.repeat(201)]) {
			expect(parseContext({ ...PLACE, courseKey: text }), say(text)).toBeNull();
			expect(parseContext({ ...PLACE, courseLabel: text }), say(text)).toBeNull();
		}
		expect(parseContext({ ...PLACE, courseKey: null })).toBeNull();
		expect(parseContext({ ...PLACE, courseLabel: 'x'.repeat(121) })).toBeNull();
	});

	it('are refused when the day does not exist', () => {
		for (const day of ['2026-02-30', '2026-13-01', '9999-99-99', '23/11/2026', '2026-11-23T09', 20261123, null]) {
			expect(parseFrameOpen({ ...OPEN, day }), say(day)).toBeNull();
		}
		for (const startedAtMs of [-1, 0.5, Number.NaN, '1', 2 ** 60]) {
			expect(parseFrameOpen({ ...OPEN, startedAtMs }), say(startedAtMs)).toBeNull();
		}
	});
});
