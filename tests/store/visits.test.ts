import { beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase, SCHEMA_VERSION } from '@/utils/store/database';
import { eraseHistory, readHistory } from '@/utils/store/history';
import { expireVisits, saveVisit } from '@/utils/store/visits';
import { openFresh } from './store-rig';
import { images, visit } from './visit';

let database: Database;

beforeEach(async () => {
	database = await openFresh();
});

const days = async () => (await readHistory(database, '2026-01-01', '2026-12-31')).days;

describe('the database', () => {
	it('is created with its stores and index', async () => {
		expect(database.version).toBe(SCHEMA_VERSION);
		expect([...database.objectStoreNames]).toEqual(['auditPages', 'audits', 'courses', 'days', 'visits']);
		expect([...database.transaction('visits').store.indexNames]).toEqual(['day']);
	});

	it('has the same records when it is opened again', async () => {
		await saveVisit(database, visit(), 'Sécurité incendie');
		database.close();
		database = await openDatabase();
		expect(await database.count('visits')).toBe(1);
		expect(await days()).toHaveLength(1);
	});

	it('closes for an upgrade to a newer version', async () => {
		const newer = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open('sobrio', SCHEMA_VERSION + 1);
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
			request.onblocked = () => reject(new Error('blocked'));
		});
		expect(newer.version).toBe(SCHEMA_VERSION + 1);
	});
});

describe('saving a visit', () => {
	it('counts it once although it is saved several times', async () => {
		for (let time = 0; time < 3; time++) await saveVisit(database, visit(), null);
		const { visitCount, activeMs, traffic, media } = (await days())[0] ?? {};
		expect({ visitCount, activeMs, traffic, media }).toEqual({
			visitCount: 1,
			activeMs: 90_000,
			traffic: images(1_000),
			media: visit().media,
		});
	});

	it('replaces its earlier totals', async () => {
		await saveVisit(database, visit(), null);
		await saveVisit(database, visit({ activeMs: 120_000, traffic: images(5_000, 3) }), null);
		expect(await days()).toMatchObject([{ visitCount: 1, activeMs: 120_000, traffic: images(5_000, 3) }]);
	});

	it('adds up visits of one day, course and activity', async () => {
		await saveVisit(database, visit(), null);
		await saveVisit(database, visit({ id: 'visit0000000000b', traffic: images(500) }), null);
		expect(await days()).toMatchObject([{ visitCount: 2, activeMs: 2 * 90_000, traffic: images(1_000 + 500, 1 + 1) }]);
	});

	it('loses nothing when several are saved at the same time', async () => {
		const ids = ['visit0000000000a', 'visit0000000000b', 'visit0000000000c'];
		await Promise.all([...ids, ...ids].map((id) => saveVisit(database, visit({ id }), null)));
		expect(await days()).toMatchObject([{ visitCount: 3, traffic: images(3 * 1_000, 3) }]);
	});

	it.each([
		['another course', { courseKey: '8' }],
		['another activity', { activity: 'quiz' as const }],
		['another day', { day: '2026-11-24' }],
		['another host', { host: 'ecole.example' }],
	])('moves it completely to %s, and leaves no empty day', async (_title, changes) => {
		await saveVisit(database, visit(), null);
		await saveVisit(database, visit(changes), null);
		expect(await days()).toMatchObject([{ ...changes, visitCount: 1, traffic: images(1_000) }]);
	});

	it('removes only the moved visit from a day that has others', async () => {
		await saveVisit(database, visit(), null);
		await saveVisit(database, visit({ id: 'visit0000000000b', traffic: images(500) }), null);
		await saveVisit(database, visit({ courseKey: '8' }), null);
		expect(await days()).toMatchObject([
			{ courseKey: '7', visitCount: 1, traffic: images(500) },
			{ courseKey: '8', visitCount: 1, traffic: images(1_000) },
		]);
	});

	it('fails as one transaction: a visit that cannot be written leaves the day unchanged', async () => {
		await saveVisit(database, visit(), null);
		const broken = visit({
			id: 'visit0000000000b',
			platform: (() => 1) as never,
		});
		await expect(saveVisit(database, broken, null)).rejects.toThrow();
		expect(await days()).toMatchObject([{ visitCount: 1, traffic: images(1_000) }]);
		expect(await database.count('visits')).toBe(1);
	});
});

describe('the name of a course', () => {
	const courses = async () => (await readHistory(database, '2026-01-01', '2026-12-31')).courses;

	it('is the latest one, and the figures of the course stay with it', async () => {
		await saveVisit(database, visit(), 'Sécurité');
		await saveVisit(database, visit({ id: 'visit0000000000b', day: '2026-11-24' }), 'Sécurité incendie');
		expect(await courses()).toEqual([
			{ host: 'moodle.example', courseKey: '7', platform: 'moodle', label: 'Sécurité incendie', lastDay: '2026-11-24' },
		]);
		expect((await days()).map(({ courseKey }) => courseKey)).toEqual(['7', '7']);
	});

	it('changes within a day', async () => {
		await saveVisit(database, visit(), 'Sécurité');
		await saveVisit(database, visit(), 'Sécurité incendie');
		expect(await courses()).toMatchObject([{ label: 'Sécurité incendie' }]);
	});

	it('does not change when a visit of an earlier day is saved again', async () => {
		await saveVisit(database, visit(), 'Sécurité');
		await saveVisit(database, visit({ id: 'visit0000000000b', day: '2026-11-24' }), 'Sécurité incendie');
		await saveVisit(database, visit(), 'Sécurité');
		expect(await courses()).toMatchObject([{ label: 'Sécurité incendie', lastDay: '2026-11-24' }]);
	});

	it('stays when a page does not have it', async () => {
		await saveVisit(database, visit(), 'Sécurité');
		await saveVisit(database, visit({ id: 'visit0000000000b' }), null);
		expect(await courses()).toMatchObject([{ label: 'Sécurité' }]);
	});

	it('belongs to one host: the same course key on another host has its own', async () => {
		await saveVisit(database, visit(), 'Sécurité');
		await saveVisit(database, visit({ id: 'visit0000000000b', host: 'ecole.example' }), 'Anglais');
		expect((await courses()).map(({ host, label }) => [host, label])).toEqual([
			['ecole.example', 'Anglais'],
			['moodle.example', 'Sécurité'],
		]);
	});
});

describe('history', () => {
	it('covers the first day to the last, both included, with the courses of those days only', async () => {
		const all = ['2026-11-22', '2026-11-23', '2026-11-29', '2026-11-30'];
		for (const [index, day] of all.entries()) {
			await saveVisit(database, visit({ id: `visit000000000${index}x`, day, courseKey: `${index}` }), `Cours ${index}`);
		}
		const { days, courses } = await readHistory(database, '2026-11-23', '2026-11-29');
		expect(days.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-29']);
		expect(courses.map(({ label }) => label)).toEqual(['Cours 1', 'Cours 2']);
	});

	it('includes courses with any characters in host and key', async () => {
		await saveVisit(database, visit({ day: '2026-11-29', host: '\u{10ffff}', courseKey: '\u{10ffff}' }), null);
		expect((await readHistory(database, '2026-11-23', '2026-11-29')).days).toHaveLength(1);
	});

	it('is empty when nothing was recorded', async () => {
		expect(await readHistory(database, '2026-11-23', '2026-11-29')).toEqual({ days: [], courses: [] });
	});

	it('is empty after it is erased, and starts again', async () => {
		await saveVisit(database, visit(), 'Sécurité');
		await eraseHistory(database);
		for (const name of database.objectStoreNames) expect(await database.count(name), name).toBe(0);
		await saveVisit(database, visit(), null);
		expect(await days()).toMatchObject([{ visitCount: 1, traffic: images(1_000) }]);
	});
});

describe('expiry', () => {
	it('deletes the visits before a day and no day total', async () => {
		for (const [index, day] of ['2026-08-24', '2026-08-25', '2026-08-26'].entries()) {
			await saveVisit(database, visit({ id: `visit000000000${index}x`, day }), 'Sécurité');
		}
		const before = await readHistory(database, '2026-01-01', '2026-12-31');
		expect(await expireVisits(database, '2026-08-26')).toBe(2);
		expect((await database.getAll('visits')).map(({ day }) => day)).toEqual(['2026-08-26']);
		expect(await readHistory(database, '2026-01-01', '2026-12-31')).toEqual(before);
		expect(await expireVisits(database, '2026-08-26')).toBe(0);
	});

	it('leaves a visit that may be saved again, which counts once', async () => {
		await saveVisit(database, visit(), null);
		expect(await expireVisits(database, '2027-03-03', new Set([visit().id]))).toBe(0);
		await saveVisit(database, visit(), null);
		expect(await days()).toMatchObject([{ visitCount: 1, traffic: images(1_000) }]);
	});
});
