import { describe, expect, it } from 'vitest';
import { applyReport, foldVisit } from '@/utils/measure/live-visit';
import { applyNetworkFact } from '@/utils/measure/network-fact';
import { type RequestDetails, RequestReader } from '@/utils/measure/network-request';
import { sumTraffic } from '@/utils/measure/traffic';
import { beginVisit, headBytes, headers, report, request, timed } from './sample';

const START_MS = 1_000_000;
const PICTURE = 'https://moodle.example/photo.jpg';
const LONG = 'https://moodle.example/long.jpg';
const SECOND = 'https://moodle.example/second.jpg';
/** With its head, 1,000 bytes a millisecond for a second. */
const PICTURE_HEADERS = { 'content-length': 1_000_000 - headBytes({ 'content-length': 999_999 }) };

const image = (url: string, atMs: number, length = 6_000_000): RequestDetails =>
	request(url, {
		type: 'image',
		timeStamp: START_MS + atMs,
		responseHeaders: headers(url === PICTURE ? PICTURE_HEADERS : { 'content-length': length }),
	});

type Step = readonly ['opened' | 'completed' | 'aborted', RequestDetails];

/** The traffic after these events. */
function after(steps: readonly Step[], start: Parameters<typeof beginVisit>[0] = {}) {
	const visit = beginVisit({ isSeen: true, ...start });
	const reader = new RequestReader();
	for (const [what, details] of steps) {
		const fact = reader[what](details);
		if (fact) applyNetworkFact(visit, fact);
	}
	return { visit, sum: () => sumTraffic(foldVisit(visit).traffic) };
}

const WHOLE: readonly Step[] = [
	['opened', image(PICTURE, 0)],
	['completed', image(PICTURE, 1_000)],
];

describe('what broke off', () => {
	it('is unknown while nothing tells how fast the line is', () => {
		const { sum } = after([
			['opened', image(LONG, 0)],
			['aborted', image(LONG, 500)],
		]);
		expect(sum()).toMatchObject({ estimatedBytes: 0, unknownCount: 1 });
	});

	it.each([true, false])('is estimated by its time on the line, known from a whole response (seen: %s)', (isSeen) => {
		const { sum } = after([...WHOLE, ['opened', image(LONG, 2_000)], ['aborted', image(LONG, 3_500)]], { isSeen });
		expect(sum()).toMatchObject({ measuredBytes: 1_000_000, estimatedBytes: 1_500 * 1_000, unknownCount: 0 });
	});

	it('shares the line with what is under way beside it', () => {
		const { sum } = after([
			...WHOLE,
			['opened', image(LONG, 2_000)],
			['opened', image(SECOND, 2_500)],
			['aborted', image(LONG, 3_500)],
			['aborted', image(SECOND, 3_500)],
		]);
		expect(sum()).toMatchObject({ estimatedBytes: (500 + 500 + 500) * 1_000, unknownCount: 0 });
	});

	it('is estimated by the line of the page before only while its own has not told', () => {
		const before = { bytes: 50_000_000, ms: 500, clockMs: 0, isInherited: true };
		const broken: readonly Step[] = [
			['opened', image(LONG, 2_000)],
			['aborted', image(LONG, 2_030)],
		];
		expect(after(broken, { line: { ...before } }).sum().estimatedBytes).toBe(30 * 100_000);
		expect(after([...WHOLE, ...broken], { line: { ...before } }).sum().estimatedBytes).toBe(30 * 1_000);
	});

	it('is no more than the whole of it', () => {
		const { sum } = after([...WHOLE, ['opened', image(LONG, 2_000, 20_000)], ['aborted', image(LONG, 9_000, 20_000)]]);
		expect(sum().estimatedBytes).toBe(20_000);
	});

	it('is estimated for a fetch by the time that the page saw', () => {
		const { visit, sum } = after([...WHOLE, ['aborted', request(LONG)]]);
		expect(sum()).toMatchObject({ estimatedBytes: 0, unknownCount: 1 });
		applyReport(visit, report({ addresses: [timed(LONG, { brokenCount: 1, brokenMs: 700 })] }));
		expect(sum()).toMatchObject({ estimatedBytes: 700 * 1_000, unknownCount: 0 });
	});

	it('says nothing of the line when it was whole but small', () => {
		const small = { ...image(PICTURE, 0), responseHeaders: headers({ 'content-length': 9_000 }) };
		const { sum } = after([
			['opened', small],
			['completed', { ...small, timeStamp: START_MS + 5 }],
			['opened', image(LONG, 2_000)],
			['aborted', image(LONG, 3_500)],
		]);
		expect(sum()).toMatchObject({ estimatedBytes: 0, unknownCount: 1 });
	});
});
