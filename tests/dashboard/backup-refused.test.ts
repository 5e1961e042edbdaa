import { beforeEach, describe, expect, it } from 'vitest';
import { visit } from '@/tests/store/visit';
import { BACKUP_VERSION } from '@/utils/core/schema/backup-file';
import { saveVisit } from '@/utils/store/visits';
import { BackupRig } from './backup-rig';

/** A JSON value that parsers take and messages do not. */
const NESTED = '['.repeat(100_000) + ']'.repeat(100_000);

let rig: BackupRig;

beforeEach(async () => {
	rig = await BackupRig.open();
});

describe('a file that is no sound backup is refused with its reason, and the store unchanged', () => {
	async function good(): Promise<string[]> {
		await saveVisit(rig.database, visit({ id: 'a', day: '2026-11-23' }), 'Prévention');
		await saveVisit(rig.database, visit({ id: 'b', day: '2026-11-24' }), null);
		return (await (await rig.write()).text()).split('\n');
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
		['with a field nested beyond all measure', change(2, '{"day"', `{"more":${NESTED},"day"`), damaged(3)],
		['with a course nested beyond all measure', change(0, '"label":"Prévention"', `"label":${NESTED}`), damaged(1)],
		['with a course that is none', change(0, '"label":"Prévention"', '"label":5'), damaged(1)],
		[
			'that is no UTF-8 further on',
			(lines) => new Blob([lines.slice(0, 2).join('\n'), '\n', new Uint8Array([0xff, 0xff])]),
			damaged(3),
		],
	])('%s', async (_, spoil, error) => {
		const file = spoil(await good());
		await rig.eraseAll();
		await saveVisit(rig.database, visit({ id: 'own', day: '2026-11-20' }), null);
		const before = await (await rig.write()).text();
		expect(await rig.read(file)).toEqual({ ok: false, error });
		expect(await (await rig.write()).text()).toBe(before);
	});

	it('of a size that no history has', async () => {
		const huge = Object.defineProperty(new Blob(['{']), 'size', { value: 600_000_000 });
		expect(await rig.read(huge)).toEqual({ ok: false, error: { code: 'too-big' } });
	});

	it('whose background was stopped in between', async () => {
		const file = (await good()).join('\n');
		await rig.eraseAll();
		const { background } = rig;
		rig.background = (message) =>
			message.type === 'restore/finish' ? rig.createBackground()(message) : background(message);
		expect(await rig.read(file)).toEqual({ ok: false, error: { code: 'store' } });
		expect(await rig.database.count('days')).toBe(0);
	});
});
