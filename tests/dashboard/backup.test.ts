import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Restoration } from '@/entrypoints/background/restoration';
import { readBackup } from '@/entrypoints/dashboard/read-backup';
import type { DashboardServices } from '@/entrypoints/dashboard/services';
import { type Task, writeBackup } from '@/entrypoints/dashboard/write-backup';
import { anyVisits } from '@/tests/store/history';
import { visit } from '@/tests/store/visit';
import { BACKUP_VERSION } from '@/utils/export/backup';
import type { MediaTotals } from '@/utils/measure/media';
import { parsePageMessage } from '@/utils/messaging/parse-page';
import type { PageMessages, Reply } from '@/utils/messaging/protocol';
import { readSettings, restoreSettings, sitesOf } from '@/utils/settings/backup';
import { readBackupHead, readDayRecords } from '@/utils/store/backup';
import { type Database, openDatabase } from '@/utils/store/database';
import { eraseHistory } from '@/utils/store/history';
import { mergeHistory } from '@/utils/store/merge';
import { expireVisits, saveVisit } from '@/utils/store/visits';
import { shiftDay } from '@/utils/units/day';

let database: Database;
let services: DashboardServices;

/** The background's part, on a real store; every message crosses as JSON, as it does in Chrome. */
function createBackground(): (type: keyof PageMessages, request: never) => Promise<Reply<unknown>> {
	const restoration = new Restoration();
	const handlers: { readonly [Type in keyof PageMessages]?: (request: never) => unknown } = {
		'backup/head': () => readBackupHead(database),
		'backup/days': ({ after }: { after: string }) => readDayRecords(database, after),
		'restore/begin': ({ id }: { id: string }) => restoration.begin(id) ?? null,
		'restore/add': ({ id, days }: { id: string; days: unknown[] }) => restoration.add(id, days),
		'settings/restored': () => null,
		'restore/finish': async ({ id, courses }: { id: string; courses: unknown[] }) => {
			const history = restoration.finish(id, courses);
			return history && mergeHistory(database, history.days, history.courses);
		},
	};
	return async (type, request) => {
		const message = parsePageMessage(JSON.parse(JSON.stringify({ type, request })));
		if (!message) return { ok: false, error: 'bad-request' };
		try {
			const value = await handlers[type]?.(message.request as never);
			return { ok: true, value: JSON.parse(JSON.stringify(value)) };
		} catch {
			return { ok: false, error: 'store-failed' };
		}
	};
}

beforeEach(async () => {
	fakeBrowser.reset();
	globalThis.indexedDB = new IDBFactory();
	database = await openDatabase();
	services = { ask: createBackground(), readSettings, restoreSettings, sitesOf } as unknown as DashboardServices;
});

const task = (change: Partial<Task> = {}): Task => ({ report: () => {}, isCancelled: () => false, ...change });
const write = async () => (await writeBackup(services, task())) as Blob;
const read = (file: Blob | string, change: Partial<Task> = {}) =>
	readBackup(services, typeof file === 'string' ? new Blob([file]) : file, task(change));

async function eraseAll(): Promise<void> {
	await eraseHistory(database);
	await fakeBrowser.storage.local.clear();
}

describe('a backup', () => {
	it('erased, restored and made again is the same, byte for byte', async () => {
		await fc.assert(
			fc.asyncProperty(anyVisits, fc.option(fc.string({ maxLength: 40, unit: 'binary' })), async (visits, name) => {
				await eraseAll();
				const label = name?.replace(/\p{Cc}|\p{Cs}/gu, '') ?? null;
				for (const each of visits) await saveVisit(database, each, label);
				await expireVisits(database, '2026-10-01');
				await fakeBrowser.storage.local.set({
					dismissedTips: { version: 1, value: { 'hidden-video': '2026-11-23' } },
					soberMode: { version: 1, value: { isOnEverywhere: true, hosts: {}, effectsOff: ['prefetch'] } },
					goal: { version: 1, value: { kind: 'film', weeklyAmount: 3 } },
					weekly: { version: 1, value: { isOn: true, form: 'json', scope: 'personal', isSaved: false } },
					notices: { version: 1, value: { hasBadge: true, hasNudge: false } },
				});
				const before = await (await write()).text();
				await eraseAll();
				expect((await read(before)).ok).toBe(true);
				expect(await (await write()).text()).toBe(before);
				// The same file again brings nothing.
				expect(await read(before)).toEqual({ ok: true, changedCount: 0 });
				expect(await (await write()).text()).toBe(before);
			}),
			{ numRuns: 40 },
		);
	}, 60_000);

	it('is one JSON value, and of nothing it is whole too', async () => {
		const text = await (await write()).text();
		expect(JSON.parse(text)).toEqual({
			format: 'sobrio-backup',
			version: BACKUP_VERSION,
			settings: {},
			courses: [],
			days: [],
		});
		expect(await read(text)).toEqual({ ok: true, changedCount: 0 });
	});

	it('does not overwrite a setting that was made here since', async () => {
		await fakeBrowser.storage.local.set({ profile: { version: 1, value: { device: 'tv' } } });
		const file = await write();
		await fakeBrowser.storage.local.set({ profile: { version: 1, value: { device: 'phone' } } });
		await read(file);
		expect(await fakeBrowser.storage.local.get('profile')).toEqual({
			profile: { version: 1, value: { device: 'phone' } },
		});
	});
});

describe('a backup of version 1, which knew less of media', () => {
	it('comes back, and says that nothing more is known', async () => {
		const before = visit();
		await saveVisit(database, before, 'Prévention');
		const olden = (key: string, value: unknown) => {
			if (key !== 'media') return value;
			const { videoMs, audioMs, hiddenMs, oversizedMs, videoMsByHeight } = value as MediaTotals;
			return { videoMs, audioMs, hiddenMs, oversizedMs, videoMsByHeight };
		};
		const lines = (await (await write()).text()).replace(`"version":${BACKUP_VERSION}`, '"version":1').split('\n');
		const old = lines.map((line) => (line.startsWith('{"day"') ? JSON.stringify(JSON.parse(line, olden)) : line));
		expect(old.join('')).not.toContain('detailedMs');
		await eraseAll();
		expect(await read(old.join('\n'))).toMatchObject({ ok: true });
		expect((await database.getAll('visits')).map(({ media }) => media)).toEqual([before.media]);
		expect((await database.getAll('days')).map(({ media }) => media)).toEqual([before.media]);
	});
});

describe('ten years of history', () => {
	const YEARS_OF_DAYS = 3_650;

	async function tenYears(): Promise<void> {
		const total = visit();
		const { id: _, startedAtMs: _at, ...place } = total;
		const transaction = database.transaction('days', 'readwrite');
		for (let count = 0; count < YEARS_OF_DAYS; count++) {
			for (const courseKey of ['7', '8', '9']) {
				await transaction.store.put({ ...place, courseKey, day: shiftDay('2016-11-24', count), visitCount: 4 });
			}
		}
		await transaction.done;
	}

	it('go out and come in again piece by piece, and say how far they are', async () => {
		await tenYears();
		const reported: number[] = [];
		const file = (await writeBackup(services, task({ report: (share) => reported.push(share) }))) as Blob;
		expect(reported.length).toBeGreaterThan(20);
		expect(reported).toEqual([...reported].sort((a, b) => a - b));
		expect(reported.at(-1)).toBe(1);
		await eraseAll();
		const progress = vi.fn();
		expect(await read(file, { report: progress })).toEqual({ ok: true, changedCount: 3 * YEARS_OF_DAYS });
		expect(progress.mock.calls.length).toBeGreaterThan(20);
		expect(await (await write()).text()).toBe(await file.text());
	}, 60_000);

	it('are given up when that is asked, on the way out and on the way in, and nothing changes', async () => {
		await tenYears();
		const file = await write();
		let count = 0;
		const afterSome = () => ++count > 3;
		expect(await writeBackup(services, task({ isCancelled: afterSome }))).toBeNull();
		await eraseAll();
		count = 0;
		expect(await read(file, { isCancelled: afterSome })).toEqual({ ok: false, error: { code: 'cancelled' } });
		expect(await database.count('days')).toBe(0);
	}, 60_000);
});

describe('a file that is no sound backup is refused with its reason, and the store unchanged', () => {
	async function good(): Promise<string[]> {
		await saveVisit(database, visit({ id: 'a', day: '2026-11-23' }), 'Prévention');
		await saveVisit(database, visit({ id: 'b', day: '2026-11-24' }), null);
		return (await (await write()).text()).split('\n');
	}

	const damaged = (line: number) => ({ code: 'damaged', line });
	const change = (at: number, from: string | RegExp, to: string) => (lines: string[]) =>
		lines.map((line, index) => (index === at ? line.replace(from, to) : line)).join('\n');

	it.each<[string, (lines: string[]) => string | Blob, object]>([
		['nothing', () => '', { code: 'not-a-backup' }],
		['another JSON', () => '{"week":"2026-W48"}', { code: 'not-a-backup' }],
		['a picture', () => new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])]), { code: 'not-a-backup' }],
		[
			'from a newer version',
			change(0, `"version":${BACKUP_VERSION}`, `"version":${BACKUP_VERSION + 1}`),
			{ code: 'newer' },
		],
		[
			'from a far newer version of another shape',
			() => '{"format":"sobrio-backup","version":12,"all":{}}',
			{ code: 'newer' },
		],
		['cut off between days', (lines) => lines.slice(0, 2).join('\n'), damaged(2)],
		['cut off within a day', (lines) => lines.join('\n').slice(0, -200), damaged(3)],
		['without its end', (lines) => lines.slice(0, 3).join('\n'), damaged(3)],
		['with a head that is cut', change(0, '"settings"', '"settin'), damaged(1)],
		['with words after its end', (lines) => `${lines.join('\n')}more`, damaged(5)],
		['with a day that is none', change(1, /^.*$/, '{"day":"2026-02-30","totals":[],"visits":[]},'), damaged(2)],
		[
			'with days out of order',
			([a, b, c = '', ...rest]) => [a, c, b?.replace(/,$/, ''), ...rest].join('\n'),
			damaged(3),
		],
		['with a day twice', ([a, b, c, ...rest]) => [a, b, b, c, ...rest].join('\n'), damaged(3)],
		['with a negative figure', change(2, /"activeMs":\d+/, '"activeMs":-1'), damaged(3)],
		['with a figure beyond all measure', change(2, /"activeMs":\d+/, '"activeMs":1e300'), damaged(3)],
		['with text for a figure', change(2, /"visitCount":1/, '"visitCount":"1"'), damaged(3)],
		['with more visits than their total says', change(2, /("visits":\[)(.*)\]/, '$1$2,$2]'), damaged(3)],
		['with an address for a host', change(2, /"host":"[^"]+"/, '"host":"https://a/?q=1"'), damaged(3)],
		['with a field of another', change(2, '{"day"', '{"__proto__":{"day":1},"day"'), damaged(3)],
		['nested beyond all measure', change(2, /^.*$/, '['.repeat(200_000)), damaged(3)],
		['with a course that is none', change(0, '"label":"Prévention"', '"label":5'), damaged(1)],
		[
			'that is no UTF-8 further on',
			(lines) => new Blob([lines.slice(0, 2).join('\n'), '\n', new Uint8Array([0xff, 0xff])]),
			damaged(3),
		],
	])('%s', async (_, spoil, error) => {
		const file = spoil(await good());
		await eraseAll();
		await saveVisit(database, visit({ id: 'own', day: '2026-11-20' }), null);
		const before = await (await write()).text();
		expect(await read(file)).toEqual({ ok: false, error });
		expect(await (await write()).text()).toBe(before);
	});

	it('of a size that no history has', async () => {
		const huge = Object.defineProperty(new Blob(['{']), 'size', { value: 600_000_000 });
		expect(await read(huge)).toEqual({ ok: false, error: { code: 'too-big' } });
	});

	it('whose background was stopped in between', async () => {
		const file = (await good()).join('\n');
		await eraseAll();
		const ask = services.ask;
		services = {
			...services,
			ask: ((type: keyof PageMessages, request: never) => {
				if (type === 'restore/finish') services = { ...services, ask: createBackground() as never };
				return (type === 'restore/finish' ? createBackground() : ask)(type as never, request);
			}) as never,
		};
		expect(await read(file)).toEqual({ ok: false, error: { code: 'store' } });
		expect(await database.count('days')).toBe(0);
	});
});
