import { describe, expect, it } from 'vitest';
import { parseCall } from '@/utils/core/visit/call';

const NONE = { classMs: 0, cameraSentMs: 0, cameraReceivedMs: 0, screenShareMs: 0, soundOnlyMs: 0 };

describe('the report of a live class by the main world', () => {
	it('is read from its lines among others', () => {
		const report =
			'wss://a.example/,1,2,3,0\ncall:classMs,9000,0,0,0\ncall:soundOnlyMs,4000,0,0,0\nrtc:transport:,1,5,5,0';
		expect(parseCall(report)).toEqual({ ...NONE, classMs: 9_000, soundOnlyMs: 4_000 });
	});

	it.each([
		'',
		'call:classMs',
		'call:classMs,-5,',
		'call:constructor,5,',
		'call:classMs,1e9,',
		'call:classMs,9999999999999,',
	])('is empty when it has another shape: %s', (report) => {
		expect(parseCall(report)).toEqual(NONE);
	});
});
