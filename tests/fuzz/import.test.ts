import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { BackupRig } from '@/tests/dashboard/backup-rig';
import { visit } from '@/tests/store/visit';
import { isCourse, isDayRecord } from '@/utils/core/schema/backup-file';
import { readBackupHead, readDayRecords } from '@/utils/store/backup';
import { saveVisit } from '@/utils/store/visits';
import { FUZZ, textsNear } from './inputs';

const TIMEOUT_MS = 3_600_000;

let rig: BackupRig;
let good: string;

beforeEach(async () => {
	rig = await BackupRig.open();
	await saveVisit(rig.database, visit({ id: 'a', day: '2026-11-23' }), 'Prévention');
	const found = { waste: { gifCount: 1, gifBytes: 900 }, assistants: { gpt: { promptCount: 2, unreadCount: 2 } } };
	await saveVisit(
		rig.database,
		visit({ id: 'c', day: '2026-11-24', platform: 'canvas', activity: 'quiz', ...found }),
		null,
	);
	await saveVisit(rig.database, visit({ id: 'b', day: '2026-11-24', host: 'my_school.moodlecloud.com' }), 'L’eau');
	await fakeBrowser.storage.local.set({
		dismissedTips: { version: 1, value: { 'hidden-video': '2026-11-23' } },
		soberMode: { version: 1, value: { isOnEverywhere: true, hosts: {}, effectsOff: ['prefetch'] } },
		goal: { version: 1, value: { kind: 'video', weeklyAmount: 3 } },
	});
	good = await (await rig.write()).text();
});

it(
	'an import of any file is refused with a reason or stores what the grammar accepts',
	async () => {
		await fc.assert(
			fc.asyncProperty(textsNear([good]), async (text) => {
				await rig.eraseAll();
				const read = await rig.read(text);
				const days = await readDayRecords(rig.database, '');
				const { courses } = await readBackupHead(rig.database);
				expect([days.every(isDayRecord), courses.every(isCourse)]).toEqual([true, true]);
				if (!read.ok) expect([days, courses]).toEqual([[], []]);
			}),
			FUZZ,
		);
	},
	TIMEOUT_MS,
);
