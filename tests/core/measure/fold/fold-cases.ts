import { expect, it } from 'vitest';
import { beginVisit, headers, loadedVideo, report, request } from '@/tests/core/visit/sample';
import { applyNetworkFact } from '@/utils/core/measure/apply-network-fact';
import { foldVisit } from '@/utils/core/measure/fold/fold-visit';
import { type RequestDetails, RequestReader } from '@/utils/core/measure/network-request';
import type { VisitState } from '@/utils/core/measure/visit-state';
import { sumTraffic } from '@/utils/core/visit/traffic';

export const API = 'https://moodle.example/api';
export const VIDEO = 'https://media.example/video.mp4';
export const JSON_TYPE = { 'content-type': 'application/json' };
/** Header bytes in a Resource Timing transfer size, by the Fetch standard. */
export const TIMING_HEADERS = 300;
/** Headers of a response with a length. */
export const sized = { ...JSON_TYPE, 'content-length': 5_000 };
/** Headers of the first 600 kB of a video of a megabyte. */
export const range = {
	'content-type': 'video/mp4',
	'content-length': 600_000,
	'content-range': 'bytes 0-599999/1000000',
};
/** A request of that range. */
export const video = (changes: Partial<RequestDetails> = {}) =>
	request(VIDEO, { type: 'media', statusCode: 206, responseHeaders: headers(range), ...changes });
/** A report that this share of the video was buffered, 0 to 1, and that it was inspected to its end. */
export const buffered = (share: number) => {
	const inspectedAtMs = request(VIDEO).timeStamp + 3_600_000;
	return report({ videos: [loadedVideo(VIDEO, { share, isPlayed: true, inspectedAtMs })] });
};

/** Size of a video whose response has all of it. */
export const WHOLE_BYTES = 9_000_000;
/** A request of that video. */
export const large = (changes: Partial<RequestDetails> = {}) => ({
	...video({ requestId: '1', ...changes }),
	responseHeaders: headers({ 'content-type': 'video/mp4', 'content-length': WHOLE_BYTES }),
});
/** Default time of its events, milliseconds since 1970. */
export const START_MS = large().timeStamp;

/** Headers of a redirect. */
export const hop = { location: '/login' };

/** Events and reports of a visit, and the resulting figures. */
export interface Case {
	readonly title: string;
	/** The visit before them; by default one that has just begun. */
	begin?(): VisitState;
	readonly play: (visit: VisitState, network: (event: keyof RequestReader, details: RequestDetails) => void) => void;
	readonly measured: number;
	readonly estimated?: number;
	readonly unknown?: number;
	readonly requests: number;
	readonly saved?: number;
}

/** Applies each case and folds its visit. */
export function foldCases(cases: readonly Case[]): void {
	it.each(cases.map((each) => [each.title, each] as const))(
		'%s',
		(_title, { begin = beginVisit, play, measured, estimated = 0, unknown = 0, requests, saved = 0 }) => {
			const visit = begin();
			const reader = new RequestReader();
			play(visit, (event, details) => {
				const fact = reader[event](details);
				if (fact) applyNetworkFact(visit, fact);
			});
			const { traffic } = foldVisit(visit);
			expect({ ...sumTraffic(traffic), sparedBytes: traffic.sparedBytes }).toMatchObject({
				measuredBytes: measured,
				estimatedBytes: estimated,
				unknownCount: unknown,
				requestCount: requests,
				sparedBytes: saved,
			});
		},
	);
}
