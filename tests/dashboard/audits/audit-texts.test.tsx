// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, it } from 'vitest';
import { unknownHint } from '@/entrypoints/dashboard/audits/page-text';
import { reportCards } from '@/entrypoints/dashboard/audits/report-cards';
import { startBrowser } from '@/tests/components/browser';
import { clear, read } from '@/tests/components/screen';
import { file, load, page, reportOf, unsized } from '@/tests/core/audit/pages';
import { AUDIT } from '@/tests/core/schema/audit/audit-sample';
import { open } from '@/tests/dashboard/dashboard-rig';
import { createFormat } from '@/utils/core/units/format';

beforeEach(startBrowser);
afterEach(clear);

it('a report without returns knows nothing of their sizes', () => {
	const report = reportOf([page(load([file('photo.jpg', 1_000)]))]);
	const [first, again] = reportCards(report, createFormat('fr'));
	expect(first?.notes).toEqual(['1 page', 'toutes les tailles connues']);
	expect(again?.notes).toEqual(['aucune page']);
});

it('a file of unknown size of another site may come of missing access, or not', () => {
	expect(unknownHint(reportOf([page(load([unsized('photo.jpg')]))]))).toBeNull();
	expect(unknownHint(reportOf([page(load([unsized('photo.jpg', { host: 'cdn.other.example' })]))]))).toContain(
		'Ils peuvent venir de sites auxquels Sobrio n’a pas accès',
	);
});

it.each([
	[null, 'En cours : parcourez les pages du cours.', 'Rien n’est noté pendant la pause'],
	['paused', 'Rien n’est noté pendant la pause', 'parcourez les pages du cours'],
	['paused-everywhere', 'Rien n’est noté pendant la pause', 'parcourez les pages du cours'],
] as const)('an audit that runs while its site is suspended as %s says so', async (suspension, said, unsaid) => {
	await open([], '#audits', {
		'audit/list': { ok: true, value: [{ ...AUDIT, endedAtMs: null }] },
		'audit/state': { ok: true, value: { isAllowed: true, running: null } },
		'site/state': { ok: true, value: { isListed: true, isManaged: false, suspension, pattern: '*://*/*' } },
		'backup/head': { ok: true, value: { courses: [], firstDay: null, lastDay: null } },
	});
	expect(read('.sites')).toContain(said);
	expect(read('.sites')).not.toContain(unsaid);
});
