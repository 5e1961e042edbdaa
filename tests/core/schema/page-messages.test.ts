import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePageMessage } from '@/utils/core/schema/page-messages';

const GOOD = [
	{ type: 'visit/get', request: { tabId: 3 } },
	{ type: 'tab/inspect', request: { tabId: 3 } },
	{ type: 'history/get', request: { firstDay: '2026-11-23', lastDay: '2026-11-29' } },
	{ type: 'site/follow', request: { host: 'moodle.example', platform: 'moodle', tabId: 3 } },
	{ type: 'site/unfollow', request: { host: 'moodle.example' } },
	{ type: 'site/list', request: {} },
	{ type: 'lrs/send', request: { week: '2026-W48' } },
	{ type: 'bucket/send', request: { week: '2026-W48' } },
	{ type: 'queue/clear', request: { target: 'lrs', part: 'answer' } },
	{ type: 'backup/head', request: {} },
	{ type: 'backup/days', request: { after: '' } },
	{ type: 'backup/days', request: { after: '2026-11-23' } },
	{ type: 'restore/begin', request: { id: 'a-b' } },
	{ type: 'restore/add', request: { id: 'a-b', days: [null, 1] } },
	{
		type: 'restore/finish',
		request: { id: 'a-b', courses: [] },
	},
	{
		type: 'restore/follow',
		request: { sites: [{ host: 'moodle.example', platform: 'moodle', sinceDay: '2026-11-23' }] },
	},
	{ type: 'restore/changes', request: { id: 'a-b', from: 400 } },
	{ type: 'undo/add', request: { id: 'a-b', changes: [] } },
	{ type: 'erase/all', request: {} },
];

const BAD = [
	{ type: 'visit/get', request: {} },
	{ type: 'visit/get', request: { tabId: '3' } },
	{ type: 'visit/get', request: { tabId: Number.NaN } },
	{ type: 'tab/inspect', request: { tabId: 1.5 } },
	{ type: 'history/get', request: { firstDay: '2026-11-23' } },
	{ type: 'history/get', request: { firstDay: '2026-11-23', lastDay: '2026-02-30' } },
	{ type: 'history/get', request: { firstDay: ['2026-11-23'], lastDay: '2026-11-29' } },
	{ type: 'site/follow', request: { host: 'moodle.example', platform: 'moodle' } },
	{ type: 'site/follow', request: { host: 'https://moodle.example/', platform: 'moodle', tabId: 3 } },
	{ type: 'site/follow', request: { host: '*', platform: 'moodle', tabId: 3 } },
	{ type: 'site/follow', request: { host: '', platform: 'moodle', tabId: 3 } },
	{ type: 'site/follow', request: { host: 'a'.repeat(254), platform: 'moodle', tabId: 3 } },
	{ type: 'site/follow', request: { host: 'moodle.example', platform: 'Moodle!', tabId: 3 } },
	{ type: 'site/unfollow', request: { host: 'a.example/b' } },
	{ type: 'site/list', request: null },
	{ type: 'lrs/send', request: { week: '2026-W60' } },
	{ type: 'queue/clear', request: { target: 'sites', part: 'all' } },
	{ type: 'backup/days', request: {} },
	{ type: 'backup/days', request: { after: 'yesterday' } },
	{ type: 'restore/begin', request: { id: '' } },
	{ type: 'restore/add', request: { id: 'a-b', days: {} } },
	{ type: 'restore/finish', request: { id: 'a-b', courses: 'moodle.example' } },
	{ type: 'restore/follow', request: { sites: 'moodle.example' } },
	{ type: 'restore/changes', request: { id: 'a-b', from: -1 } },
	{ type: 'undo/add', request: { id: 'a-b', changes: {} } },
	{ type: 'erase/all' },
	{ type: 'erase', request: {} },
	{ type: '__proto__', request: {} },
	{ type: 'constructor', request: {} },
	{ type: 'toString', request: {} },
	{ type: ['erase/all'], request: {} },
	{ request: {} },
	null,
	undefined,
	'erase/all',
	5,
	[],
];

describe('a message of an extension page', () => {
	it.each(GOOD.map((message) => [JSON.stringify(message), message] as const))('is accepted: %s', (_title, message) => {
		expect(parsePageMessage(message)).toEqual(message);
	});

	it.each(BAD.map((message) => [JSON.stringify(message), message] as const))('is refused: %s', (_title, message) => {
		expect(parsePageMessage(message)).toBeNull();
	});

	it('never makes the parser throw', () => {
		const types = fc.constantFrom(...GOOD.map(({ type }) => type));
		fc.assert(
			fc.property(types, fc.anything(), (type, request) => {
				parsePageMessage({ type, request });
				parsePageMessage(request);
			}),
		);
	});
});
