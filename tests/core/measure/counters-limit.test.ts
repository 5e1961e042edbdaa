import { describe, expect, it } from 'vitest';
import { keyedLines } from '@/utils/core/measure/connection';
import { parseFrameReport } from '@/utils/core/measure/frame-report';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { MAX_COUNTER_LINES, MAX_COUNTERS_LENGTH } from '@/utils/core/schema/names';

const CALL = 'call:classMs,9000,0,0,0';
const SOCKET = keyedLines('wss://class.example/ws,1,5000,300,0');

/** What is read of a report with these counters. */
function read(connections: string) {
	const report = parseFrameReport({
		frameId: 'frame0000000000a',
		visitId: 'visit0000000000a',
		addresses: [],
		videos: [],
		connections,
		media: NO_MEDIA,
		nowPlaying: null,
		activeMs: 1_000,
	});
	return report && { activeMs: report.activeMs, sockets: report.connections.length, classMs: report.media.classMs };
}

describe('the counters of a report', () => {
	it('are read when they are few', () => {
		expect(read(`${SOCKET}\n${CALL}`)).toEqual({ activeMs: 1_000, sockets: 1, classMs: 9_000 });
	});

	it.each([
		['beyond so many lines', `${'\n'.repeat(MAX_COUNTER_LINES)}${SOCKET}\n${CALL}`],
		['beyond so many characters', `${'x'.repeat(MAX_COUNTERS_LENGTH)}\n${SOCKET}\n${CALL}`],
		['behind 30 MB of line breaks', `${'\n'.repeat(30_000_000)}${SOCKET}\n${CALL}`],
	])('are not read %s, and the rest of the report counts', (_title, counters) => {
		expect(read(counters)).toEqual({ activeMs: 1_000, sockets: 0, classMs: 0 });
	});
});
