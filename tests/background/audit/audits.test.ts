import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { STORED_FIELDS } from '@/tests/background/visits/stored-fields';
import { headers } from '@/tests/core/visit/sample';
import { addressKey } from '@/utils/core/measure/address-key';
import type { AuditLoad } from '@/utils/core/schema/audit/audit-load';
import type { KindTraffic } from '@/utils/core/schema/traffic';
import { addKind, addTraffic, NO_KIND_TRAFFIC, NO_TRAFFIC } from '@/utils/core/visit/traffic';
import { eraseHistory } from '@/utils/store/history';
import { AuditRig, HOST, PAGE_5 } from './audit-rig';

const PHOTO = `https://${HOST}/pluginfile.php/12/photo.jpg`;
const STYLE = `https://${HOST}/theme/styles.php/boost/1/all`;

let rig: AuditRig;

beforeEach(() => {
	rig = new AuditRig();
});

/** The figures of a load: those of its files and of its rest together. */
function figuresOf(load: AuditLoad) {
	const ofFiles = load.files.map(({ kind, traffic }) => ({ ...NO_TRAFFIC, received: { [kind]: traffic } }));
	return [...ofFiles, { ...NO_TRAFFIC, received: load.rest }].reduce(addTraffic, NO_TRAFFIC).received;
}

/** Opens a page with a photo and a style sheet, and inspects it. */
function walk(url = PAGE_5): string {
	const id = rig.open(url);
	rig.complete(`${PHOTO}?token=secret42`, 300_000, { responseHeaders: headers({ 'content-type': 'image/jpeg' }) });
	rig.complete(STYLE, 20_000, { type: 'stylesheet' });
	rig.inspect(id);
	return id;
}

describe('an audit', () => {
	it('keeps the pages of its course with their files, by name and size', async () => {
		await rig.start();
		const id = walk();
		const { audit, pages } = await rig.stored();
		expect(audit).toMatchObject({ name: 'Before', pageCount: 1, fileCount: 3, endedAtMs: null });
		const [page] = pages;
		expect(page).toMatchObject({ number: 1, path: '/mod/page/view.php', title: 'A page', again: null });
		const { files = [], visitId, rest } = page?.first ?? {};
		expect([visitId, rest]).toEqual([id, {}]);
		expect(files.map(({ path, traffic, kind }) => [path, kind, traffic.measuredBytes])).toEqual([
			['/pluginfile.php/12/photo.jpg', 'image', 300_000],
			['/theme/styles.php/boost/1/all', 'style', 20_000],
			['/mod/page/view.php', 'document', 4_000],
		]);
		expect(files[2]).toMatchObject({ mimeType: 'text/html', contentCoding: 'gzip', caching: 'none' });
	});

	it.each([false, true])('has the figures of the visit, where network events show all: %s', async (isWide) => {
		rig.isWide = isWide;
		await rig.start();
		const id = walk();
		for (let index = 0; index < 1_500; index++) rig.complete(`https://${HOST}/flood/${index}.png`, 1_000);
		rig.complete(PHOTO, 300_000);
		const { pages } = await rig.stored();
		const load = pages[0]?.first;
		const visit = await (await rig.database.open()).get('visits', id);
		expect(load && figuresOf(load)).toEqual(visit?.traffic.received);
		expect(load?.files).toHaveLength(1_000);
		expect(load?.droppedFileCount).toBe(503);
		// The two addresses of the photo are one file.
		expect(load?.files[0]).toMatchObject({ addressCount: 2, traffic: { measuredBytes: 600_000, requestCount: 2 } });
	});

	it('names no more than 3,000 addresses of a visit, and says how many requests it left without a name', async () => {
		await rig.start();
		const id = walk();
		for (let index = 0; index < 3_100; index++) rig.complete(`https://${HOST}/flood/${index}.png`, 1_000);
		const { pages } = await rig.stored();
		const visit = await (await rig.database.open()).get('visits', id);
		const load = pages[0]?.first;
		expect(load && figuresOf(load)).toEqual(visit?.traffic.received);
		// 3 files of the page and 2,997 others have names, of which 1,000 are kept.
		expect(load?.droppedFileCount).toBe(2_000 + 103);
		expect(load?.rest.image?.requestCount).toBe(3_100 - 997);
	});

	it('tells a first visit from a return', async () => {
		await rig.start();
		const first = walk();
		const again = rig.open();
		rig.complete(`${PHOTO}?token=secret42`, 0, {
			fromCache: true,
			responseSize: 0,
			responseHeaders: headers({ 'content-length': 299_000, 'content-type': 'image/jpeg' }),
		});
		rig.inspect(again);
		const { pages } = await rig.stored();
		expect(pages).toHaveLength(1);
		expect([pages[0]?.first?.visitId, pages[0]?.again?.visitId]).toEqual([first, again]);
		const photo = pages[0]?.again?.files.find(({ path }) => path.endsWith('photo.jpg'));
		expect(photo).toMatchObject({
			cachedCount: 1,
			savedBytes: 299_000,
			traffic: { measuredBytes: 0, requestCount: 1 },
		});
	});

	it('takes a page that was loaded past the cache as a first visit', async () => {
		const reload = vi.spyOn(fakeBrowser.tabs, 'reload');
		await rig.start();
		walk();
		await rig.audits.reload(1);
		expect(reload).toHaveBeenCalledWith(1, { bypassCache: true });
		const second = walk();
		const { pages } = await rig.stored();
		expect([pages[0]?.first?.visitId, pages[0]?.again]).toEqual([second, null]);
	});

	it('tells pages of one path apart without their queries', async () => {
		await rig.start();
		walk();
		walk(`https://${HOST}/mod/page/view.php?id=6&sesskey=secret42`);
		walk(`https://${HOST}/mod/page/view.php?id=5&forceview=1`);
		const { pages } = await rig.stored();
		expect(pages.map(({ path }) => path)).toEqual(['/mod/page/view.php', '/mod/page/view.php']);
		expect(new Set(pages.map(({ code }) => code)).size).toBe(2);
	});

	it('keeps nothing of another course, of people, and of pages open for editing', async () => {
		await rig.start();
		rig.inspect(rig.open(`https://${HOST}/mod/page/view.php?id=9`, 4_000, '8'));
		rig.inspect(rig.open(`https://${HOST}/user/view.php?id=jeanne&course=7`));
		rig.inspect(rig.open(`https://${HOST}/course/view.php?id=7`), { isEditing: true });
		const { audit, pages } = await rig.stored();
		expect(pages).toEqual([]);
		expect(audit).toMatchObject({ pageCount: 0, personalPageCount: 2 });
	});

	it('goes on after a stop of the background', async () => {
		await rig.start();
		const id = walk();
		await rig.restart();
		expect(rig.audits.running).toMatchObject({ name: 'Before', pageCount: 1 });
		rig.complete(`https://${HOST}/later.png`, 7_000);
		const { pages } = await rig.stored();
		const visit = await (await rig.database.open()).get('visits', id);
		const { first = null } = pages[0] ?? {};
		expect(first && figuresOf(first)).toEqual(visit?.traffic.received);
		expect(first?.files.map(({ path }) => path)).toContain('/later.png');
	});

	it('keeps nothing once it has ended, and no name in any visit', async () => {
		await rig.start();
		walk();
		await rig.audits.stop();
		walk(`https://${HOST}/mod/page/view.php?id=6`);
		const { audit, pages } = await rig.stored();
		expect(audit.endedAtMs).not.toBeNull();
		expect(pages).toHaveLength(1);
		expect(rig.tracker.registry.all.filter(({ trace }) => trace)).toEqual([]);
		expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('/pluginfile.php/12');
	});

	it('begins with the open page, whose earlier files are named by the inspection only', async () => {
		const id = rig.open();
		rig.complete(PHOTO, 300_000);
		rig.complete(STYLE, 20_000, { type: 'stylesheet' });
		await rig.start();
		rig.inspect(id, {
			files: [
				{
					key: addressKey(PHOTO),
					host: HOST,
					path: '/pluginfile.php/12/photo.jpg',
					mimeType: null,
					contentCoding: null,
					decodedBytes: 299_000,
				},
			],
		});
		const { pages } = await rig.stored();
		// Nobody knows whether a cache helped with what came before.
		expect(pages[0]?.first).toBeNull();
		const load = pages[0]?.again;
		expect(load?.files.map(({ path }) => path)).toEqual(['/pluginfile.php/12/photo.jpg']);
		expect(load?.isPartial).toBe(true);
		const rest = Object.values(load?.rest ?? {}).reduce<KindTraffic>(
			(sum, each) => addKind(sum, each),
			NO_KIND_TRAFFIC,
		);
		expect(rest.measuredBytes).toBe(24_000);
	});

	it('holds no query, no key in a path, no text and no name of an account', async () => {
		await rig.start();
		const id = rig.open(`https://${HOST}/mod/page/view.php?id=5&key=secret42#secret42`);
		rig.complete(`https://${HOST}/tokenpluginfile.php/0123456789abcdef0123456789abcdef/a.png?jeanne`, 5_000);
		rig.complete(`https://chat.example/answer?text=secret42`, 900, {
			method: 'POST',
			type: 'xmlhttprequest',
			responseHeaders: headers({ 'set-cookie': 'secret42', 'content-type': 'application/json; user=jeanne' }),
		});
		rig.inspect(id);
		await rig.tracker.flush();
		const database = await rig.database.open();
		const stored = JSON.stringify([await database.getAll('audits'), await database.getAll('auditPages')]);
		for (const secret of ['secret42', 'jeanne', '0123456789abcdef', 'id=5', '?'])
			expect(stored.includes(secret), secret).toBe(false);
		expect(stored).toContain('/answer');
		const [audit] = await database.getAll('audits');
		expect(Object.keys(audit ?? {}).sort()).toEqual(STORED_FIELDS.audits);
	});

	it('stores no address while none runs', async () => {
		walk();
		await rig.tracker.flush();
		const database = await rig.database.open();
		expect([...(await database.getAll('audits')), ...(await database.getAll('auditPages'))]).toEqual([]);
		expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('photo');
	});

	it('runs alone, on a followed site, where the organisation allows it', async () => {
		expect(await rig.start()).not.toBeNull();
		expect(await rig.start({ courseKey: '8' })).toBeNull();
		await rig.audits.stop();
		rig.isFollowed = false;
		expect(await rig.start()).toBeNull();
		rig.isFollowed = true;
		Object.assign(fakeBrowser.storage.managed, { get: async () => ({ audits: false }) });
		expect(await rig.start()).toBeNull();
		expect(rig.audits.state()).toEqual({ isAllowed: false, running: null });
		expect(rig.changes.map((each) => each?.name ?? null)).toEqual(['Before', null]);
	});

	it('ends where the organisation forbids it meanwhile, and after a day', async () => {
		await rig.start();
		Object.assign(fakeBrowser.storage.managed, { get: async () => ({ audits: false }) });
		await rig.audits.restore();
		expect(rig.audits.running).toBeNull();
		Object.assign(fakeBrowser.storage.managed, { get: async () => ({}) });
		await rig.start();
		await rig.audits.endIfOver(Date.now() + 23 * 3_600_000);
		expect(rig.audits.running).not.toBeNull();
		await rig.audits.endIfOver(Date.now() + 25 * 3_600_000);
		expect(rig.audits.running).toBeNull();
	});

	it('is gone when everything is erased', async () => {
		await rig.start();
		walk();
		await rig.tracker.flush();
		await eraseHistory(await rig.database.open());
		await rig.audits.erased();
		expect(rig.audits.running).toBeNull();
		expect(rig.tracker.registry.all.filter(({ trace }) => trace)).toEqual([]);
		await expect(rig.stored()).rejects.toThrow('There is no audit.');
	});
});
