import { describe, expect, it, vi } from 'vitest';
import { SOBER_OFF } from '@/tests/background/sober/sober-off';
import { Router } from '@/utils/background/routes/router';
import { NO_MEDIA } from '@/utils/core/schema/media-fields';
import { NO_TIMES } from '@/utils/core/visit/course-time';

const ID = 'sobrio-id';
const URL = 'chrome-extension://sobrio-id/';
/** The tracker's reply to a frame. */
const ANSWER = { visitId: 'visit0000000000a', isFullyVisible: false, isFromNow: false, wanted: [] };
const OPEN = {
	frameId: 'frame0000000000a',
	visitId: 'visit0000000000a',
	startedAtMs: 1,
	day: '2026-11-23',
	isLate: false,
	isAgain: false,
};
const REPORT = {
	frameId: 'frame0000000000a',
	visitId: 'visit0000000000a',
	addresses: [],
	videos: [],
	connections: '',
	media: NO_MEDIA,
	nowPlaying: null,
	activeMs: 0,
	times: { active: [], hidden: [], video: [] },
	isLeaving: false,
	isFrozen: false,
	hasUnheardFrames: false,
	isLarge: false,
};
const LESSON = 'https://moodle.example/course/view.php?id=7';

function sender(changes: Record<string, unknown> = {}) {
	return { id: ID, url: LESSON, frameId: 0, tab: { id: 4, url: LESSON }, ...changes } as never;
}

function setUp() {
	const pages = {
		'visit/get': vi.fn(() => null),
		'tab/inspect': vi.fn(() => null),
		'history/get': vi.fn(async () => ({ days: [], courses: [] })),
		'store/get': vi.fn(() => ({ loss: null, isFailing: false })),
		'store/accept': vi.fn(() => null),
		'site/intend': vi.fn(() => null),
		'site/follow': vi.fn(() => null),
		'site/unfollow': vi.fn(() => null),
		'site/remove': vi.fn(() => null),
		'site/state': vi.fn(),
		'site/leave': vi.fn(),
		'following/get': vi.fn(),
		'following/known': vi.fn(),
		'following/pause': vi.fn(),
		'site/list': vi.fn(() => []),
		'backup/head': vi.fn(() => ({ courses: [], firstDay: null, lastDay: null })),
		'backup/days': vi.fn(() => []),
		'restore/begin': vi.fn(() => null),
		'restore/add': vi.fn(() => null),
		'restore/finish': vi.fn(() => 0),
		'restore/preview': vi.fn(() => null),
		'restore/changes': vi.fn(() => []),
		'restore/follow': vi.fn(() => []),
		'undo/add': vi.fn(() => null),
		'undo/finish': vi.fn(() => null),
		'settings/restored': vi.fn(() => null),
		'weekly/take': vi.fn(() => null),
		'lrs/send': vi.fn(() => null),
		'bucket/send': vi.fn(() => null),
		'queue/clear': vi.fn(() => null),
		'sober/get': vi.fn(() => SOBER_OFF),
		'sober/switch': vi.fn(() => null),
		'sober/effect': vi.fn(() => null),
		'sober/limit': vi.fn(() => null),
		'sober/battery': vi.fn(() => null),
		'sober/act': vi.fn(() => null),
		'audit/state': vi.fn(() => ({ isAllowed: true, running: null })),
		'audit/list': vi.fn(() => []),
		'audit/pages': vi.fn(() => '[]'),
		'audit/start': vi.fn(() => null),
		'audit/stop': vi.fn(() => null),
		'audit/rename': vi.fn(() => null),
		'audit/delete': vi.fn(() => null),
		'audit/reload': vi.fn(() => null),
		'erase/host': vi.fn(() => null),
		'erase/all': vi.fn(() => []),
	};
	const frames = {
		open: vi.fn(() => ANSWER),
		media: vi.fn(),
		hooks: vi.fn(),
		soberHooks: vi.fn(),
		report: vi.fn(() => null),
		soberEffects: vi.fn(() => 'quality'),
		soberReport: vi.fn(() => null),
		language: vi.fn(async () => 'fr'),
	};
	const calls = () => [...Object.values(pages), ...Object.values(frames)].flatMap((handler) => handler.mock.calls);
	return { router: new Router(ID, URL, pages, frames), pages, frames, calls };
}

const POPUP = sender({ url: `${URL}popup.html`, tab: undefined, frameId: undefined });
const DASHBOARD = sender({ url: `${URL}dashboard.html#/week` });

describe('the router', () => {
	it.each([
		['popup', POPUP],
		['dashboard', DASHBOARD],
	])('answers our own pages: the %s', async (_title, page) => {
		const { router, pages } = setUp();
		expect(await router.answer({ type: 'site/list', request: {} }, page)).toEqual({ ok: true, value: [] });
		const range = { firstDay: '2026-11-23', lastDay: '2026-11-29' };
		expect(await router.answer({ type: 'history/get', request: range }, page)).toMatchObject({ ok: true });
		expect(pages['history/get']).toHaveBeenCalledWith(range);
	});

	it('passes a frame’s messages on with the sender that the browser reports', async () => {
		const { router, frames } = setUp();
		const answer = await router.answer({ type: 'frame/open', request: OPEN }, sender({ documentId: 'D1' }));
		expect(answer).toEqual({ ok: true, value: ANSWER });
		expect(frames.open).toHaveBeenCalledWith(
			{ tabId: 4, frameNumber: 0, url: LESSON, documentId: 'D1', isTop: true },
			OPEN,
			LESSON,
		);
		await router.answer({ type: 'frame/report', request: REPORT }, sender({ frameId: 9 }));
		expect(frames.report).toHaveBeenCalledWith(
			{ tabId: 4, frameNumber: 9, url: LESSON, documentId: null, isTop: false },
			{ ...REPORT, times: NO_TIMES, connections: [], answers: {} },
			LESSON,
		);
	});

	it.each([
		['frame/media', 'media'],
		['frame/hooks', 'hooks'],
		['sober/hooks', 'soberHooks'],
	] as const)('passes %s on with the sender that the browser reports, and without its request', async (type, name) => {
		const { router, frames } = setUp();
		const answer = await router.answer({ type, request: { frameNumber: 0 } }, sender({ frameId: 9 }));
		expect(answer).toEqual({ ok: true, value: null });
		const frame = { tabId: 4, frameNumber: 9, url: LESSON, documentId: null, isTop: false };
		expect(frames[name].mock.calls[0]?.[0]).toEqual(frame);
	});

	const ERASE = { type: 'erase/all', request: {} };
	it.each([
		['another extension', ERASE, sender({ id: 'other', url: `${URL}popup.html` })],
		['another extension’s video', { type: 'frame/media', request: null }, sender({ id: 'other' })],
		['another extension’s frame', { type: 'frame/open', request: OPEN }, sender({ id: 'other' })],
		['a sender without an id', ERASE, sender({ id: undefined, url: `${URL}popup.html` })],
		['a web page', ERASE, sender()],
		['a web page whose address contains ours', ERASE, sender({ url: `https://evil.example/${URL}popup.html` })],
		[
			'a page of an extension whose id begins like ours',
			ERASE,
			sender({ url: 'chrome-extension://sobrio-id-2/popup.html' }),
		],
		['a sender without an address', ERASE, sender({ url: undefined })],
		['a frame without a tab', { type: 'frame/open', request: OPEN }, sender({ tab: undefined })],
		['a frame of a tab without a number', { type: 'frame/report', request: REPORT }, sender({ tab: {} })],
		['a frame without an address', { type: 'frame/report', request: REPORT }, sender({ url: undefined })],
	])('refuses %s as not allowed', async (_title, message, from) => {
		const { router, calls } = setUp();
		expect(await router.answer(message, from)).toEqual({ ok: false, error: 'not-allowed' });
		expect(calls()).toEqual([]);
	});

	it.each([
		['nothing', null, POPUP],
		['a text', 'erase/all', POPUP],
		['an unknown type', { type: 'erase/everything', request: {} }, POPUP],
		['a wrong request', { type: 'visit/get', request: { tabId: 'x' } }, POPUP],
		['an opening of the wrong shape', { type: 'frame/open', request: { ...OPEN, day: 'today' } }, sender()],
		['a report of the wrong shape', { type: 'frame/report', request: { ...REPORT, activeMs: -1 } }, sender()],
		['a report without content', { type: 'frame/report' }, sender()],
	])('refuses %s as a bad request', async (_title, message, from) => {
		const { router, calls } = setUp();
		expect(await router.answer(message, from)).toEqual({ ok: false, error: 'bad-request' });
		expect(calls()).toEqual([]);
	});

	it('reports a failure of the store, synchronous or not', async () => {
		const { router, pages } = setUp();
		pages['history/get'].mockRejectedValue(new Error('quota'));
		pages['site/list'].mockImplementation(() => {
			throw new Error('closed');
		});
		const failed = { ok: false, error: 'store-failed' };
		const range = { firstDay: '2026-11-23', lastDay: '2026-11-29' };
		expect(await router.answer({ type: 'history/get', request: range }, POPUP)).toEqual(failed);
		expect(await router.answer({ type: 'site/list', request: {} }, POPUP)).toEqual(failed);
	});
});
