import { describe, expect, test } from 'vitest';
import { beginVisit, headBytes, headers, report, request } from '@/tests/core/visit/sample';
import { addressKey } from '@/utils/core/measure/address-key';
import { applyNetworkFact } from '@/utils/core/measure/apply-network-fact';
import { applyReport } from '@/utils/core/measure/apply-report';
import { foldVisit } from '@/utils/core/measure/fold/fold-visit';
import { rowOf } from '@/utils/core/measure/ledger';
import { type RequestDetails, RequestReader } from '@/utils/core/measure/network-request';
import { adviceFor } from '@/utils/core/tips/trainer/advice';

const GUIDE = 'https://moodle.example/pluginfile.php/1/guide.pdf';
const BYTES = 8_000_000;
const PDF = { 'content-type': 'application/pdf', 'content-length': BYTES };
const WHOLE = { type: 'main_frame', responseHeaders: headers(PDF) };
const FROM_CACHE = { ...WHOLE, fromCache: true };
const UNCHANGED = { ...WHOLE, statusCode: 304, responseHeaders: headers({ 'content-type': 'application/pdf' }) };

/** What a visit with these responses to one address found of documents. */
function documentsAfter(responses: readonly Partial<RequestDetails>[], isFullyVisible: boolean) {
	const visit = beginVisit({ isFullyVisible });
	const reader = new RequestReader();
	responses.forEach((changes, index) => {
		const details = request(GUIDE, { requestId: String(index), ...changes });
		applyNetworkFact(visit, reader.completed(details));
	});
	return foldVisit(visit);
}

const part = (start: number, end: number): Partial<RequestDetails> => ({
	type: 'xmlhttprequest',
	statusCode: 206,
	responseHeaders: headers({
		'content-type': 'application/pdf',
		'content-range': `bytes ${start}-${end - 1}/${BYTES}`,
		'content-length': end - start,
	}),
});

describe.each([true, false])('the documents of a visit, of full visibility: %s', (isFullyVisible) => {
	test('are those that the network sent, each time that it did', () => {
		const { waste } = documentsAfter([WHOLE, WHOLE], isFullyVisible);
		expect(waste).toEqual({ documentCount: 2, documentBytes: 2 * (BYTES + headBytes(PDF)) });
	});

	test('are none of those that a cache answered, also after the server was asked', () => {
		const { waste, traffic } = documentsAfter([WHOLE, FROM_CACHE, FROM_CACHE, UNCHANGED], isFullyVisible);
		expect(traffic.received.file?.requestCount).toBe(4);
		expect(waste?.documentCount).toBe(1);
		expect(documentsAfter([FROM_CACHE], isFullyVisible).waste).toBeUndefined();
	});

	test('in many parts are one', () => {
		const parts = [0, 1, 2, 3].map((index) => part(index * 2_000_000, (index + 1) * 2_000_000));
		expect(documentsAfter(parts, isFullyVisible).waste?.documentCount).toBe(1);
	});
});

test('a heavy document is advised about though the cache answered it many times', () => {
	const { courseKey, ...visit } = documentsAfter([WHOLE, ...Array.from({ length: 9 }, () => FROM_CACHE)], false);
	const [advice] = adviceFor([{ ...visit, courseKey: courseKey ?? '', visitCount: 1 }]);
	expect(advice).toMatchObject({ id: 'heavy-document', params: { documentBytes: BYTES + headBytes(PDF) } });
});

test('no frame can claim documents', () => {
	const visit = beginVisit();
	applyReport(visit, report({}));
	for (const frame of Object.values(visit.frames)) frame.waste = { documentCount: 1, documentBytes: 9e9, gifCount: 1 };
	expect(foldVisit(visit).waste).toEqual({ gifCount: 1 });
});

test('documents stay counted in a visit of so many addresses that the oldest rows are settled', () => {
	const visit = beginVisit({ isFullyVisible: false });
	const reader = new RequestReader();
	const load = (url: string, changes: Partial<RequestDetails>) =>
		applyNetworkFact(visit, reader.completed(request(url, { requestId: url, ...changes })));
	for (let index = 0; index < 20; index++) load(`${GUIDE}?${index}`, WHOLE);
	const before = foldVisit(visit).waste;
	for (let index = 0; index < 3_000; index++) load(`https://moodle.example/${index}.png`, { type: 'image' });
	expect(Object.keys(visit.ledger)).not.toContain(addressKey(`${GUIDE}?0`));
	expect(before).toEqual({ documentCount: 20, documentBytes: 20 * (BYTES + headBytes(PDF)) });
	expect(foldVisit(visit).waste).toEqual(before);
});

test('a document that is fetched many times counts each time', () => {
	const { waste } = documentsAfter(
		Array.from({ length: 2_000 }, () => WHOLE),
		false,
	);
	expect(waste).toEqual({ documentCount: 2_000, documentBytes: 2_000 * (BYTES + headBytes(PDF)) });
});

test('what only the page counts of documents is limited by the age of its visit', () => {
	const visit = beginVisit({ isFullyVisible: false, ageMs: 1_000 });
	const row = rowOf(visit.ledger, addressKey(GUIDE), 'file');
	Object.assign(row, { partCount: 1, partBytes: 1e12 });
	expect(foldVisit(visit).waste).toBeUndefined();
});
