import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writeBackup } from '@/entrypoints/dashboard/data/write-backup';
import { anyVisits } from '@/tests/store/history';
import { visit } from '@/tests/store/visit';
import { BACKUP_VERSION } from '@/utils/core/schema/backup-file';
import type { MediaTotals } from '@/utils/core/schema/media-fields';
import { shiftDay } from '@/utils/core/units/day';
import { expireVisits, saveVisit } from '@/utils/store/visits';
import { BackupRig, task } from './backup-rig';

let rig: BackupRig;

beforeEach(async () => {
	rig = await BackupRig.open();
});

describe('a backup', () => {
	it('erased, restored and made again is the same, byte for byte', async () => {
		await fc.assert(
			fc.asyncProperty(anyVisits, fc.option(fc.string({ maxLength: 40, unit: 'binary' })), async (visits, name) => {
				await rig.eraseAll();
				const label = name?.replace(/\p{Cc}|\p{Cs}/gu, '') ?? null;
				for (const each of visits) await saveVisit(rig.database, each, label);
				await expireVisits(rig.database, '2026-10-01');
				await fakeBrowser.storage.local.set({
					dismissedTips: { version: 1, value: { 'hidden-video': '2026-11-23' } },
					soberMode: {
						version: 1,
						value: {
							isOnEverywhere: true,
							hosts: {},
							effectsOff: ['prefetch'],
							limitLines: null,
							isLighterOnBattery: false,
						},
					},
					goal: { version: 1, value: { kind: 'video', weeklyAmount: 3 } },
					weekly: { version: 1, value: { isOn: true, form: 'json', scope: 'personal', isSaved: false } },
					notices: { version: 1, value: { hasBadge: true, hasNudge: false } },
				});
				const before = await (await rig.write()).text();
				await rig.eraseAll();
				expect((await rig.read(before)).ok).toBe(true);
				expect(await (await rig.write()).text()).toBe(before);
				// The same file again brings nothing.
				expect(await rig.read(before)).toEqual({ ok: true, changedCount: 0 });
				expect(await (await rig.write()).text()).toBe(before);
			}),
			{ numRuns: 40 },
		);
	}, 60_000);

	it('is one JSON value, and of nothing it is whole too', async () => {
		const text = await (await rig.write()).text();
		expect(JSON.parse(text)).toEqual({
			format: 'sobrio-backup',
			version: BACKUP_VERSION,
			settings: {},
			courses: [],
			days: [],
		});
		expect(await rig.read(text)).toEqual({ ok: true, changedCount: 0 });
	});

	it('does not overwrite a setting that was made here since', async () => {
		await fakeBrowser.storage.local.set({ profile: { version: 1, value: { device: 'tv' } } });
		const file = await rig.write();
		await fakeBrowser.storage.local.set({ profile: { version: 1, value: { device: 'phone' } } });
		await rig.read(file);
		expect(await fakeBrowser.storage.local.get('profile')).toEqual({
			profile: { version: 1, value: { device: 'phone' } },
		});
	});
});

describe('a backup of version 1, which knew less of media', () => {
	it('is restored, without the fields that it lacks', async () => {
		const before = visit();
		await saveVisit(rig.database, before, 'Prévention');
		const olden = (key: string, value: unknown) => {
			if (key !== 'media') return value;
			const { videoMs, audioMs, hiddenMs, oversizedMs, videoMsByHeight } = value as MediaTotals;
			return { videoMs, audioMs, hiddenMs, oversizedMs, videoMsByHeight };
		};
		const lines = (await (await rig.write()).text()).replace(`"version":${BACKUP_VERSION}`, '"version":1').split('\n');
		const old = lines.map((line) => (line.startsWith('{"day"') ? JSON.stringify(JSON.parse(line, olden)) : line));
		expect(old.join('')).not.toContain('detailedMs');
		await rig.eraseAll();
		expect(await rig.read(old.join('\n'))).toMatchObject({ ok: true });
		expect((await rig.database.getAll('visits')).map(({ media }) => media)).toEqual([before.media]);
		expect((await rig.database.getAll('days')).map(({ media }) => media)).toEqual([before.media]);
	});
});

describe('ten years of history', () => {
	const YEARS_OF_DAYS = 3_650;

	async function tenYears(): Promise<void> {
		const total = visit();
		const { id: _, startedAtMs: _at, ...place } = total;
		const transaction = rig.database.transaction('days', 'readwrite');
		for (let count = 0; count < YEARS_OF_DAYS; count++) {
			for (const courseKey of ['7', '8', '9']) {
				await transaction.store.put({ ...place, courseKey, day: shiftDay('2016-11-24', count), visitCount: 4 });
			}
		}
		await transaction.done;
	}

	it('are saved and restored piece by piece, with their progress', async () => {
		await tenYears();
		const reported: number[] = [];
		const file = (await writeBackup(task({ report: (share) => reported.push(share) }))) as Blob;
		expect(reported.length).toBeGreaterThan(20);
		expect(reported).toEqual([...reported].sort((a, b) => a - b));
		expect(reported.at(-1)).toBe(1);
		await rig.eraseAll();
		const progress = vi.fn();
		expect(await rig.read(file, { report: progress })).toEqual({ ok: true, changedCount: 3 * YEARS_OF_DAYS });
		expect(progress.mock.calls.length).toBeGreaterThan(20);
		expect(await (await rig.write()).text()).toBe(await file.text());
	}, 60_000);

	it('change nothing when saving or restoring is cancelled', async () => {
		await tenYears();
		const file = await rig.write();
		let count = 0;
		const afterSome = () => ++count > 3;
		expect(await writeBackup(task({ isCancelled: afterSome }))).toBeNull();
		await rig.eraseAll();
		count = 0;
		expect(await rig.read(file, { isCancelled: afterSome })).toEqual({ ok: false, error: { code: 'cancelled' } });
		expect(await rig.database.count('days')).toBe(0);
	}, 60_000);
});
