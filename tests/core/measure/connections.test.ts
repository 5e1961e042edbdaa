import { describe, expect, it } from 'vitest';
import { beginVisit, connection, headBytes, headers, report, request } from '@/tests/core/visit/sample';
import { addressKey } from '@/utils/core/measure/address-key';
import { applyNetworkFact } from '@/utils/core/measure/apply-network-fact';
import { applyReport } from '@/utils/core/measure/apply-report';
import { keyedLines, MAX_CONNECTIONS, parseConnections } from '@/utils/core/measure/connection';
import { foldVisit } from '@/utils/core/measure/fold/fold-visit';
import { RequestReader } from '@/utils/core/measure/network-request';
import { socketFrameBytes } from '@/utils/core/measure/socket-bytes';

const SOCKET = 'wss://class.example/ws?room=7';
const SWITCHING_LINE = 'HTTP/1.1 101 Switching Protocols';
const upgrade = { upgrade: 'websocket' };
const handshake = request(SOCKET, {
	type: 'websocket',
	statusCode: 101,
	statusLine: SWITCHING_LINE,
	responseHeaders: headers(upgrade),
});

function shakeHands(visit = beginVisit()) {
	applyNetworkFact(visit, new RequestReader().completed(handshake));
	return visit;
}

describe('the size of a WebSocket message on the wire', () => {
	it.each([
		[0, 2],
		[125, 125 + 2],
		[126, 126 + 2 + 2],
		[65_535, 65_535 + 2 + 2],
		[65_536, 65_536 + 2 + 8],
	])('of %i bytes is %i received, and with its mask 4 more sent', (payload, bytes) => {
		expect(socketFrameBytes(payload, false)).toBe(bytes);
		expect(socketFrameBytes(payload, true)).toBe(bytes + 4);
	});
});

describe('the counters of a page’s connections', () => {
	it('are read by address and by statistic', () => {
		const lines = `${SOCKET},1,5000,300,0\nrtc:transport:,2,70,80,0\nwss://a.example/x,y,3,2,1,1`;
		expect(parseConnections(keyedLines(lines))).toEqual([
			connection(addressKey(SOCKET), { receivedBytes: 5000, sentBytes: 300 }),
			connection('rtc:transport:', { count: 2, receivedBytes: 70, sentBytes: 80 }),
			connection(addressKey('wss://a.example/x,y'), { count: 3, receivedBytes: 2, sentBytes: 1, isPacked: true }),
		]);
	});

	it.each([
		'',
		'undefined',
		`${SOCKET},1,-5,0,0`,
		`${SOCKET},1,NaN,0,0`,
		`${SOCKET},1,1e9,0,0`,
		`${SOCKET},1,${10 ** 12},0,0`,
		`${SOCKET},1,1.5,0,0`,
		`${SOCKET},1,5,0,4`,
		`${SOCKET},1,5,0`,
		'https://moodle.example/video.mp4,1,5,0,0',
		'rtc:remote-outbound-rtp:video,1,5,0,0',
		'rtc:__proto__,1,5,0,0',
		'__proto__,1,5,0,0',
	])('are dropped for the line %j', (line) => {
		expect(parseConnections(keyedLines(line))).toEqual([]);
		expect(parseConnections(line)).toEqual([]);
	});

	it('leave the page without any address', () => {
		const lines = [
			`${SOCKET}&access_token=secret,1,2,3,0`,
			'part:https://media.example/3.m4s?key=secret,1,2,3,0',
			'stream:https://class.example/events?key=secret,1,2,3,1',
			'wss://class.example/ws?key=secret,of,another,shape',
			'https://class.example/secret,1,2,3,0',
			'wss,1,2,3,0',
			'asked:gpt,1,0,0,0',
		];
		const [socket, part, stream] = [
			addressKey(`${SOCKET}&access_token=secret`),
			addressKey('https://media.example/3.m4s?key=secret'),
			addressKey('https://class.example/events?key=secret'),
		];
		expect(keyedLines(lines.join('\n')).split('\n')).toEqual([
			`wss:${socket},1,2,3,0`,
			`part:${part},1,2,3,0`,
			`stream:${stream},1,2,3,1`,
			'wss,1,2,3,0',
			'asked:gpt,1,0,0,0',
		]);
	});

	it('are dropped beyond the number of lines that the hooks count', () => {
		const lines = Array.from({ length: 2 * MAX_CONNECTIONS }, (_, index) => `ws://a.example/${index},1,1,1,0`);
		expect(parseConnections(keyedLines(lines.join('\n'))).length).toBe(MAX_CONNECTIONS);
	});
});

describe('sockets of a visit', () => {
	it('add their messages to the handshake, in either order, sent ones apart', () => {
		const sockets = report({ connections: [connection(addressKey(SOCKET), { receivedBytes: 5_000, sentBytes: 300 })] });
		const first = shakeHands();
		applyReport(first, sockets);
		const last = beginVisit();
		applyReport(last, sockets);
		shakeHands(last);
		for (const visit of [first, last]) {
			const { received, sentBytes } = foldVisit(visit).traffic;
			expect(received).toEqual({
				socket: {
					measuredBytes: headBytes(upgrade, SWITCHING_LINE),
					estimatedBytes: 5_000,
					unknownCount: 0,
					requestCount: 1,
					bounds: { lowBytes: 5_000, highBytes: 5_000 * 1.03, unboundedCount: 0 },
				},
			});
			expect(sentBytes).toBe(300);
		}
	});

	it('are counted once though a report is repeated, or late', () => {
		const visit = beginVisit();
		const sockets = (receivedBytes: number) =>
			report({ connections: [connection('k', { receivedBytes, sentBytes: 5 })] });
		for (const bytes of [100, 700, 700, 100]) applyReport(visit, sockets(bytes));
		expect(foldVisit(visit).traffic).toMatchObject({
			received: { socket: { measuredBytes: 0, estimatedBytes: 700 } },
			sentBytes: 5,
		});
	});

	it('of several frames add up', () => {
		const visit = beginVisit();
		for (const frameId of ['frame0000000000a', 'frame0000000000b']) {
			applyReport(visit, report({ frameId, connections: [connection('k', { receivedBytes: 100 })] }));
		}
		const { socket } = foldVisit(visit).traffic.received;
		expect(socket).toMatchObject({ measuredBytes: 0, estimatedBytes: 2 * 100, requestCount: 2 });
	});

	it('are unknown if their messages were not counted, as those of a worker', () => {
		const { socket } = foldVisit(shakeHands()).traffic.received;
		expect(socket).toMatchObject({ measuredBytes: headBytes(upgrade, SWITCHING_LINE), unknownCount: 1 });
	});

	it('are estimates too if their messages were compressed', () => {
		const visit = beginVisit();
		applyReport(visit, report({ connections: [connection('k', { receivedBytes: 900, isPacked: true })] }));
		expect(foldVisit(visit).traffic.received.socket).toMatchObject({ measuredBytes: 0, estimatedBytes: 900 });
	});
});

describe('peer connections of a visit', () => {
	const video = connection('rtc:inbound-rtp:video', { receivedBytes: 6_000 });
	const audio = connection('rtc:inbound-rtp:audio', { receivedBytes: 500 });
	const shown = connection('rtc:outbound-rtp:video', { sentBytes: 2_000 });

	it.each(['rtc:transport:', 'rtc:candidate-pair:'])(
		'are counted by %s, of which video and audio are a part',
		(key) => {
			const visit = beginVisit();
			const carried = connection(key, { receivedBytes: 7_000, sentBytes: 2_500 });
			applyReport(visit, report({ connections: [video, audio, shown, carried] }));
			const { received, sentBytes } = foldVisit(visit).traffic;
			expect(received.video?.estimatedBytes).toBe(6_000);
			expect(received.audio?.estimatedBytes).toBe(500);
			expect(received.socket?.estimatedBytes).toBe(7_000 - 6_000 - 500);
			expect(sentBytes).toBe(2_500);
		},
	);

	it('are counted once if both statistics exist', () => {
		const visit = beginVisit();
		const pair = connection('rtc:candidate-pair:', { receivedBytes: 6_900, sentBytes: 1 });
		const transport = connection('rtc:transport:', { receivedBytes: 7_000, sentBytes: 2 });
		applyReport(visit, report({ connections: [pair, transport] }));
		expect(foldVisit(visit).traffic).toMatchObject({
			received: { socket: { measuredBytes: 0, estimatedBytes: 7_000 } },
			sentBytes: 2,
		});
	});

	it('are counted by their streams if no other statistic exists', () => {
		const visit = beginVisit();
		applyReport(visit, report({ connections: [video, shown] }));
		expect(foldVisit(visit).traffic).toMatchObject({
			received: { video: { measuredBytes: 0, estimatedBytes: 6_000 } },
			sentBytes: 2_000,
		});
		expect(foldVisit(visit).traffic.received.socket).toBeUndefined();
	});
});
