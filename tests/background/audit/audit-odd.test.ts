import { beforeEach, expect, it } from 'vitest';
import { headers } from '@/tests/core/visit/sample';
import { eraseHistory } from '@/utils/store/history';
import { AuditRig, HOST, PAGE_5 } from './audit-rig';

const PAGE_6 = `https://${HOST}/mod/page/view.php?id=6`;
const IMAGE = { responseHeaders: headers({ 'content-type': 'image/png' }) };

let rig: AuditRig;

beforeEach(() => {
	rig = new AuditRig();
});

it('of two starts at once, by the popup and the dashboard, one runs', async () => {
	const started = await Promise.all([rig.start(), rig.start()]);
	expect(started.map((audit) => audit?.name ?? null)).toEqual(['Before', null]);
	const { audit } = await rig.stored();
	expect(audit.id).toBe(rig.audits.running?.id);
});

it('a page whose tab was closed at once is kept with what it loaded', async () => {
	await rig.start();
	const id = rig.open();
	rig.complete(`https://${HOST}/pluginfile.php/12/a.png`, 9_000, IMAGE);
	rig.inspect(id);
	rig.tracker.end(1);
	const { audit, pages } = await rig.stored();
	expect([audit.pageCount, audit.endedAtMs]).toEqual([1, null]);
	expect(pages[0]?.first?.files.map(({ path }) => path)).toContain('/pluginfile.php/12/a.png');
});

it('pages of one course in two tabs at once are two pages, each with its own files', async () => {
	await rig.start();
	const one = rig.open(PAGE_5);
	const two = rig.open(PAGE_6, 4_000, undefined, 'page', 2);
	rig.complete(`https://${HOST}/pluginfile.php/12/one.png`, 1_000, IMAGE);
	rig.complete(`https://${HOST}/pluginfile.php/12/two.png`, 2_000, { ...IMAGE, tabId: 2 });
	for (const id of [one, two]) rig.inspect(id);
	const { pages } = await rig.stored();
	const names = pages.map(({ first }) => first?.files.map(({ path }) => path.split('/').at(-1)).sort());
	expect(names).toEqual([
		['one.png', 'view.php'],
		['two.png', 'view.php'],
	]);
});

it('pages walked one after the other, and one again, are two pages in the order of the walk', async () => {
	await rig.start();
	for (const url of [PAGE_5, PAGE_6, PAGE_5]) rig.inspect(rig.open(url));
	const { pages } = await rig.stored();
	expect(pages.map(({ number }) => number)).toEqual([1, 2]);
});

it('nothing of a page that goes on loading comes back after everything was erased', async () => {
	await rig.start();
	rig.inspect(rig.open());
	await rig.tracker.flush();
	await eraseHistory(await rig.database.open());
	await rig.audits.erased();
	rig.complete(`https://${HOST}/pluginfile.php/12/late.png`, 9_000, IMAGE);
	rig.inspect(rig.open(PAGE_6));
	await rig.tracker.flush();
	const database = await rig.database.open();
	expect([await database.count('audits'), await database.count('auditPages')]).toEqual([0, 0]);
});

it('two files of one long beginning, and two of one name on two hosts, are two rows, or one that says how many', async () => {
	await rig.start();
	const id = rig.open();
	const long = `https://${HOST}/pluginfile.php/12/${'a'.repeat(400)}`;
	for (const end of ['1.png', '2.png']) rig.complete(long + end, 1_000, IMAGE);
	rig.isWide = true;
	rig.complete('https://cdn.example/x/photo.png', 2_000, IMAGE);
	rig.complete(`https://${HOST}/x/photo.png`, 3_000, IMAGE);
	rig.inspect(id);
	const { pages } = await rig.stored();
	const images = pages[0]?.first?.files.filter(({ kind }) => kind === 'image') ?? [];
	expect(images.map(({ path, addressCount, traffic }) => [path.length, addressCount, traffic.measuredBytes])).toEqual([
		['/x/photo.png'.length, 1, 3_000],
		[300, 2, 2_000],
		['/x/photo.png'.length, 1, 2_000],
	]);
});
