import { describe, expect, it, test } from 'vitest';
import { AUDIT } from '@/tests/core/schema/audit/audit-sample';
import { pairFiles } from '@/utils/core/audit/bytes';
import { findingsOf } from '@/utils/core/audit/report';
import { rgesnSheet } from '@/utils/core/audit/sheet';
import { parseAuditPage } from '@/utils/core/schema/audit/audit';
import type { AuditEmbed, AuditLoad } from '@/utils/core/schema/audit/audit-load';
import { file, load, page, reportOf, shown } from './pages';

const MAP: AuditEmbed = { host: 'www.google.com', player: null, isContent: true, frameCount: 1, isPlayed: false };
const IN_MAP = { embed: 0, host: 'maps.gstatic.com' };
/** What would be found of a file of the author's: a photograph far too large, a script that is neither compressed nor kept. */
const TILE = file('tile.jpg', 300_000, { ...IN_MAP, mimeType: 'image/jpeg' });
const SCRIPT = file('map.js', 500_000, { ...IN_MAP, kind: 'script', contentCoding: '', caching: 'none' });
const withMap = (changes: Partial<AuditEmbed> = {}) =>
	load([TILE, SCRIPT], { embeds: [{ ...MAP, ...changes }], images: [shown(TILE, [2000, 2000], [256, 256])] });
const found = (first: AuditLoad) => findingsOf(page(first), AUDIT);

describe('content of another site', () => {
	test('that nobody used: all that it loaded, and nothing about how it is made', () => {
		expect(found(withMap())).toMatchObject([
			{
				rule: 'embed-content',
				file: null,
				part: 'www.google.com',
				per: 'view',
				stake: { lowBytes: 800_000, highBytes: 800_000 },
				params: { host: 'www.google.com', fileCount: 2 },
			},
		]);
	});

	test('that somebody used is what the page is for', () => {
		expect(found(withMap({ isPlayed: true }))).toEqual([]);
	});

	test('without access to it has an unknown stake, never 0', () => {
		expect(found(withMap({ isPlayed: null }))).toMatchObject([
			{ rule: 'embed-content', stake: { lowBytes: 0, highBytes: null } },
		]);
	});

	test('in several frames of one host is one finding with their number', () => {
		expect(found(withMap({ frameCount: 3 }))).toMatchObject([{ rule: 'embed-content', params: { frameCount: 3 } }]);
	});

	test('of a video site is a player', () => {
		expect(found(withMap({ player: 'youtube' }))).toMatchObject([{ rule: 'embed' }]);
	});

	test('is a service that the learner has not activated', () => {
		const sheet = rgesnSheet(reportOf([page(withMap())]));
		const of = (wanted: string) => sheet.find(({ criterion }) => criterion === wanted);
		expect(of('4.4')).toMatchObject({ verdict: 'failed', judgedCount: 1, failedCount: 1 });
		expect(of('6.5')).toMatchObject({ verdict: 'failed', judgedCount: 1, failedCount: 1 });
	});
});

it('a page that was stored without that mark, or the number of frames, can be read', () => {
	const { isContent: _, frameCount: __, ...embed } = MAP;
	const stored = { ...page(withMap()), first: { ...withMap(), embeds: [embed] } };
	expect(parseAuditPage(stored)?.first?.embeds).toEqual([{ ...MAP, isContent: false }]);
});

describe('the files of both loads', () => {
	const STYLE = file('all', 2_000, { kind: 'style' });
	const cached = file('all', 0, { kind: 'other', cachedCount: 1 });

	test('are one where the cache answered and the browser did not say for what', () => {
		expect(pairFiles(load([STYLE]), load([cached]))).toEqual([{ file: STYLE, first: STYLE, again: cached }]);
	});

	test('are two where both came over the network as different kinds', () => {
		const other = file('all', 900, { kind: 'data' });
		expect(pairFiles(load([STYLE]), load([other]))).toEqual([
			{ file: STYLE, first: STYLE, again: null },
			{ file: other, first: null, again: other },
		]);
	});

	test('are each there once where a name is of several kinds', () => {
		const [script, again] = [file('all', 3_000, { kind: 'script' }), file('all', 500, { kind: 'style' })];
		const pairs = pairFiles(load([script, STYLE]), load([again, cached]));
		expect(pairs.map((pair) => [pair.first, pair.again])).toEqual([
			[script, null],
			[STYLE, again],
			[null, cached],
		]);
	});
});
