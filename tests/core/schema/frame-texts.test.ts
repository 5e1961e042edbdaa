import { describe, expect, it } from 'vitest';
import { parseFrameReport } from '@/utils/core/measure/frame-report';
import { parseFrameOpen } from '@/utils/core/schema/frame-report';
import { parseContext } from '@/utils/core/schema/visit';
import { ADDRESS, CONTEXT, INHERITED, OPEN, REPORT, titleOf, VIDEO } from './frame-sample';

describe('texts in a frame message', () => {
	it('are refused as keys when they are names that every object inherits', () => {
		for (const name of INHERITED) {
			expect(parseFrameOpen({ ...OPEN, frameId: name }), name).toBeNull();
			expect(parseFrameOpen({ ...OPEN, visitId: name }), name).toBeNull();
			expect(parseFrameReport({ ...REPORT, frameId: name }), name).toBeNull();
			expect(parseFrameReport({ ...REPORT, visitId: name }), name).toBeNull();
			expect(parseFrameReport({ ...REPORT, addresses: [{ ...ADDRESS, key: name }] }), name).toBeNull();
			expect(parseFrameReport({ ...REPORT, videos: [{ ...VIDEO, key: name }] }), name).toBeNull();
		}
	});

	it('are refused as keys when they could contain an address or a sentence', () => {
		for (const key of ['', 'https://a.example/', 'a/b', 'A', 'é', 'a b', 'x'.repeat(17), 5, null]) {
			expect(parseFrameReport({ ...REPORT, addresses: [{ ...ADDRESS, key }] }), titleOf(key)).toBeNull();
		}
		for (const id of ['', 'short', 'x'.repeat(65), 'frame 000000000a', 'https://a.example/', 5, undefined]) {
			expect(parseFrameOpen({ ...OPEN, frameId: id }), titleOf(id)).toBeNull();
			expect(parseFrameOpen({ ...OPEN, visitId: id }), titleOf(id)).toBeNull();
		}
	});

	it('are refused as an activity or platform when they are unknown', () => {
		for (const name of ['movie', '', 'Video', null, 5, ...INHERITED]) {
			expect(parseContext({ ...CONTEXT, activity: name }), titleOf(name)).toBeNull();
		}
		for (const platform of ['', '-moodle', 'Moodle', 'moo dle', 'm'.repeat(41), null]) {
			expect(parseContext({ ...CONTEXT, platform }), titleOf(platform)).toBeNull();
		}
	});

	it('are refused as an initiator or ending when they could contain a sentence', () => {
		for (const word of ['a b', '/x', 'é', 'x'.repeat(31), 5, null, undefined]) {
			expect(parseFrameReport({ ...REPORT, addresses: [{ ...ADDRESS, initiator: word }] }), titleOf(word)).toBeNull();
			expect(parseFrameReport({ ...REPORT, addresses: [{ ...ADDRESS, ending: word }] }), titleOf(word)).toBeNull();
		}
	});

	it('are refused as connections when they are not strings', () => {
		for (const connections of [null, undefined, 5, []]) {
			expect(parseFrameReport({ ...REPORT, connections }), titleOf(connections)).toBeNull();
		}
	});

	it('are refused as a course key or label when they are too long or not strings', () => {
		expect(parseContext({ ...CONTEXT, courseLabel: null })).toEqual({ ...CONTEXT, courseLabel: null });
		for (const text of [5, undefined, {}, 'x'.repeat(201)]) {
			expect(parseContext({ ...CONTEXT, courseKey: text }), titleOf(text)).toBeNull();
			expect(parseContext({ ...CONTEXT, courseLabel: text }), titleOf(text)).toBeNull();
		}
		expect(parseContext({ ...CONTEXT, courseKey: null })).toBeNull();
		expect(parseContext({ ...CONTEXT, courseLabel: 'x'.repeat(121) })).toBeNull();
	});

	it('are refused as a day when it does not exist', () => {
		for (const day of ['2026-02-30', '2026-13-01', '9999-99-99', '23/11/2026', '2026-11-23T09', 20261123, null]) {
			expect(parseFrameOpen({ ...OPEN, day }), titleOf(day)).toBeNull();
		}
		for (const startedAtMs of [-1, 0.5, Number.NaN, '1', 2 ** 60]) {
			expect(parseFrameOpen({ ...OPEN, startedAtMs }), titleOf(startedAtMs)).toBeNull();
		}
	});
});
