import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { headers, report, request } from '@/tests/core/visit/sample';
import { isHandedOver, noteNavigation } from '@/utils/background/visits/opened/handed-over';
import { VisitTracker } from '@/utils/background/visits/visit-tracker';
import type { RequestDetails } from '@/utils/core/measure/network-request';
import { A, B, GRACE_MS, LESSON, NOW, QUIZ, TrackerRig, top } from './tracker-rig';

const FILE = 'https://moodle.example/pluginfile.php/5/guide.pdf';
const COURSE = { platform: 'moodle', courseKey: '7', courseLabel: 'Sécurité', activity: 'page' } as const;
const typed = (type: string) => headers({ 'content-type': type });

let rig: TrackerRig;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
	rig = new TrackerRig();
	rig.begin(A);
	rig.tracker.setContext(A, COURSE);
});
afterEach(() => void vi.useRealTimers());

/** A navigation that the lesson requested, as Firefox shows it. */
const fromLesson = (changes: Partial<RequestDetails> = {}): Partial<RequestDetails> => ({
	type: 'main_frame',
	originUrl: LESSON,
	responseHeaders: typed('application/pdf'),
	...changes,
});
const bytes = async () => {
	await rig.tracker.flush();
	return rig.sink.bytes(A);
};

describe('a file that a page hands over belongs to the page', () => {
	it.each([
		['in the same tab', 1],
		['in a tab that it opened', 2],
		['in a tab whose opener the browser does not tell', 3],
		['in no tab, during a request burst', -1],
	])('%s', async (_title, tabId) => {
		rig.tracker.registry.windows.noteOpener(2, 1);
		rig.complete(FILE, 4_000, fromLesson({ tabId }));
		expect(await bytes()).toBe(4_000);
	});

	it('although the page was left while it came, even longer ago than late events are accepted', async () => {
		noteNavigation(request(FILE, fromLesson({ responseHeaders: undefined })), rig.tracker.registry, rig.tracker.rules);
		rig.tracker.report(top(), report({ isLeaving: true }));
		await vi.advanceTimersByTimeAsync(GRACE_MS + 35_000);
		rig.complete(FILE, 4_000, fromLesson({ tabId: -1 }));
		expect(await bytes()).toBe(4_000);
	});

	it.each([
		['a link in it opens', LESSON],
		['a typed address, a bookmark or a reload opens in its place', undefined],
	])('and not the next page, which %s', async (_title, originUrl) => {
		noteNavigation(
			request(QUIZ, fromLesson({ originUrl, responseHeaders: undefined })),
			rig.tracker.registry,
			rig.tracker.rules,
		);
		rig.tracker.report(top(), report({ isLeaving: true }));
		rig.complete(QUIZ, 700, fromLesson({ originUrl, responseHeaders: typed('text/html') }));
		rig.begin(B, top(QUIZ));
		expect([await bytes(), rig.sink.bytes(B)]).toEqual([0, 700]);
	});
});

describe('a navigation', () => {
	it.each([
		['application/pdf', true],
		['application/zip', true],
		['application/octet-stream', true],
		['application/vnd.oasis.opendocument.text', true],
		['text/html; charset=utf-8', false],
		['application/xhtml+xml', false],
		['image/png', false],
		['video/mp4', false],
	])('to %s hands over a file: %s', (type, isFile) => {
		expect(isHandedOver(request(FILE, fromLesson({ responseHeaders: typed(type) })))).toBe(isFile);
	});
});

describe('a window that a page opens', () => {
	const written: Partial<RequestDetails> = { type: 'image', tabId: 2, documentId: 'written', documentUrl: LESSON };

	it('and writes into counts in the page, in Firefox', async () => {
		rig.tracker.registry.windows.noteOpener(2, 1);
		rig.complete('https://moodle.example/photo.jpg', 900, written);
		expect(await bytes()).toBe(900);
	});

	it('belongs to its course, until it shows one itself', async () => {
		rig.tracker.registry.windows.noteOpener(2, 1);
		rig.begin(B, top('https://moodle.example/package/index.html', 2));
		const shown = async () => {
			await rig.tracker.flush();
			const { platform, courseKey, activity } = rig.sink.visits.get(B) ?? {};
			return { platform, courseKey, activity };
		};
		expect(await shown()).toEqual({ platform: 'moodle', courseKey: '7', activity: 'page' });
		rig.tracker.setContext(B, { platform: 'storyline', courseKey: '', courseLabel: null, activity: 'scorm' });
		expect(await shown()).toEqual({ platform: 'moodle', courseKey: '7', activity: 'scorm' });
		rig.tracker.setContext(B, { ...COURSE, courseKey: '8' });
		expect(await shown()).toMatchObject({ courseKey: '8' });
	});

	describe('on a site that is not followed', () => {
		const PACKAGE = 'https://packages.example/scorm/index.html';
		const open = (changes: Partial<RequestDetails> = {}) =>
			rig.complete(PACKAGE, 3_000, {
				type: 'main_frame',
				tabId: 2,
				initiator: 'https://moodle.example',
				responseHeaders: typed('text/html'),
				...changes,
			});
		const load = (initiator = 'https://packages.example') =>
			rig.complete('https://cdn.example/module.js', 500, {
				type: 'script',
				tabId: 2,
				initiator,
				documentId: 'package',
			});

		beforeEach(() => rig.tracker.registry.windows.noteOpener(2, 1));

		it('counts in the page, with what it loads and the pages that it goes on to on its site', async () => {
			open();
			load();
			open({ url: `${PACKAGE}?page=2`, requestId: '2', initiator: 'https://packages.example' });
			expect(await bytes()).toBe(3_000 + 500 + 3_000);
		});

		it('counts to nobody where the user opened it: an empty tab beside the page, or an address typed there', async () => {
			open({ initiator: undefined });
			load();
			expect(await bytes()).toBe(0);
		});

		it('counts to nobody any more once it shows another site, which the user typed or it links to', async () => {
			open();
			open({ url: 'https://news.example/', requestId: '2', initiator: 'https://packages.example' });
			load('https://news.example');
			expect(await bytes()).toBe(3_000);
		});

		it('counts in the page that is there when its tab has gone on to another', async () => {
			open();
			rig.begin(B, top(QUIZ));
			load();
			expect([await bytes(), rig.sink.bytes(B)]).toEqual([3_000, 500]);
		});

		it('counts in the page that opened the launch page which leads there, and is not left yet', async () => {
			rig.begin(B, top('https://moodle.example/mod/lti/launch.php', 2));
			open();
			expect([await bytes(), rig.sink.bytes(B)]).toEqual([3_000, 0]);
		});

		it('does not count as the page itself, which is loaded once', async () => {
			open();
			rig.complete(LESSON, 700, { type: 'main_frame', responseHeaders: typed('text/html') });
			expect(await bytes()).toBe(3_000 + 700);
		});
	});

	describe('counts as seen, once, where it is measured, as the page counts it too', () => {
		const open = (url: string, changes: Partial<RequestDetails> = {}) =>
			rig.complete(url, 700, {
				type: 'main_frame',
				tabId: 2,
				initiator: 'https://moodle.example',
				responseHeaders: typed('text/html'),
				...changes,
			});
		const seenCount = () => rig.tracker.contextOf(A)?.seenWindows.length;
		const OTHER = 'https://other.example/module';
		const FOLLOWED = 'https://followed.example/';

		beforeEach(() => {
			rig.tracker = new VisitTracker(rig.sink, { isFollowedPage: (address) => address.startsWith(FOLLOWED) });
			rig.begin(A);
		});

		it.each<[string, string, number | null, Partial<RequestDetails>, number]>([
			['on a followed host', FOLLOWED, 1, {}, 1],
			['on a followed host, as Firefox shows it', FOLLOWED, 1, { initiator: undefined, originUrl: LESSON }, 1],
			['on a followed host, without an opener', FOLLOWED, null, {}, 1],
			['on a host with access that is not followed', OTHER, 1, {}, 1],
			['on such a host, without an opener: nobody counts it', OTHER, null, {}, 0],
			['on the page’s own host, by another port', 'https://moodle.example:8443/', 1, {}, 0],
			['that the user opened', FOLLOWED, 1, { initiator: undefined }, 0],
			['that is none: the page goes on in its own tab', FOLLOWED, 1, { tabId: 1 }, 0],
			['that is none, in no tab during a request burst', FOLLOWED, 1, { tabId: -1 }, 0],
		])('%s', (_title, url, openerId, changes, count) => {
			if (openerId !== null) rig.tracker.registry.windows.noteOpener(2, openerId);
			open(url, { requestId: '1', ...changes });
			open(url, { requestId: '1', ...changes });
			expect(seenCount()).toBe(count);
		});
	});

	it('on another site belongs to no course of the first', async () => {
		rig.tracker.registry.windows.noteOpener(2, 1);
		rig.begin(B, top('https://other.example/', 2));
		await rig.tracker.flush();
		expect(rig.sink.visits.get(B)).toMatchObject({ courseKey: '' });
	});

	it('for a PDF, in the same tab too, is a document of the course', async () => {
		rig.tracker.report(top(), report({ isLeaving: true }));
		rig.complete(FILE, 4_000, {
			type: 'main_frame',
			initiator: 'https://moodle.example',
			responseHeaders: typed('application/pdf'),
		});
		rig.begin(B, top(FILE));
		await rig.tracker.flush();
		expect(rig.sink.visits.get(B)).toMatchObject({ courseKey: '7', activity: 'document' });
	});
});
