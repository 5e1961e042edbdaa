import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '@/scripts/setup/paths.mjs';
import { plainText } from '@/scripts/setup/plain-errors';
import { runWarehouse } from '@/scripts/warehouse/command';
import { writeSample } from '@/tests/bench/warehouse/sample';
import { runCommand } from './rig';

const folder = mkdtempSync(join(tmpdir(), 'sobrio-command-'));
const LEARNER_COUNT = 12;
const base = join(folder, 'base');
const inbox = join(folder, `in 'box' "1" [x] * é`);
const out = join(inbox, 'out');

beforeAll(() => writeSample(base, LEARNER_COUNT, '2026-W47'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run warehouse', () => {
	let [plainWeek, week] = ['', ''];
	let said: readonly string[] = [];
	beforeAll(async () => {
		expect((await runCommand(base, '--out', join(folder, 'plain'))).fault).toBeNull();
		plainWeek = readFileSync(join(folder, 'plain', 'weeks.csv'), 'utf8');
		cpSync(base, inbox, { recursive: true });
		const nested = join(inbox, 'week=2026-W47', 'site');
		const linked = join(folder, 'linked');
		for (const each of [nested, linked, join(inbox, 'folder.csv')]) mkdirSync(each, { recursive: true });
		const file = (index: number) => join(inbox, `2026-W47-${index}.csv`);
		renameSync(file(1), join(nested, '1.csv'));
		renameSync(file(2), join(linked, '2.csv'));
		renameSync(file(3), Buffer.concat([Buffer.from(`${inbox}/caf`), Buffer.from([0xe9]), Buffer.from('.csv')]));
		symlinkSync(linked, join(inbox, 'site-b'));
		symlinkSync('.', join(inbox, 'here'));
		symlinkSync('..', join(inbox, 'above'));
		symlinkSync('itself.csv', join(inbox, 'itself.csv'));
		symlinkSync('/not/mounted', join(inbox, 'site-c'));
		// Linux still leads to a folder that is deleted while a program is in it; it has no place any more.
		const gone = join(folder, 'gone');
		mkdirSync(gone);
		const program = spawn('sleep', ['120'], { cwd: gone });
		await once(program, 'spawn');
		rmSync(gone, { recursive: true });
		symlinkSync(`/proc/${program.pid}/cwd`, join(inbox, 'site-d'));
		execFileSync('mkfifo', [join(inbox, 'pipe.csv')]);
		const whole = readFileSync(file(4), 'utf8');
		writeFileSync(join(inbox, 'half.csv'), whole.slice(0, whole.length / 2));
		writeFileSync(join(inbox, 'line\nend.csv'), '');
		writeFileSync(join(inbox, 'package.json'), '{"name":"other"}');
		writeFileSync(join(inbox, 'picture.txt'), Buffer.from([0xff, 0xd8, 0, 0xfe]));
		writeFileSync(join(inbox, 'semicolons.csv'), whole.replaceAll(',', ';').replaceAll('.', ','));
		rmSync(file(4));
		for (const _ of [1, 2]) said = (await runCommand(`${inbox}/`, '--out', out)).said;
		program.kill();
		week = readFileSync(join(out, 'weeks.csv'), 'utf8');
	}, 60_000);

	it('has the same figures of an inbox with odd names, links, other files and its own results', () => {
		expect(plainWeek).toMatch(/\r?\n2026-W47,12,/);
		expect(week).toBe(plainWeek);
	});

	it('names each file that does not count with its reason, and none of its own', () => {
		const lines = said.filter((line) => line.startsWith('  '));
		expect(lines.map((line) => line.trim()).toSorted()).toEqual([
			'above: a link to a folder that is read already',
			'half.csv: cut off or changed: ask for the file again',
			'here: a link to a folder that is read already',
			'itself.csv: may not be read, or is gone',
			'line?end.csv: no export of Sobrio',
			'package.json: no export of Sobrio',
			'picture.txt: no export of Sobrio',
			'pipe.csv: neither a file nor a folder',
			'site-c: may not be read, or is gone',
			'site-d: may not be read, or is gone',
		]);
	});

	it.each([
		['a folder without an export', () => [join(ROOT, 'public')], 'No export “To share” in '],
		['a folder that is not there', () => [join(folder, 'none')], 'none is not there.'],
		['a file', () => [join(base, '2026-W47-0.csv')], 'is a file. npm run warehouse -- FOLDER'],
		['no folder', () => [], 'npm run warehouse -- FOLDER'],
		['an option that it has not', () => [base, '--foo'], "Unknown option '--foo'"],
		['results in a file', () => [base, '--out', join(base, '2026-W47-0.csv')], 'is a file, not a folder.'],
		['names that are not there', () => [base, '--courses', '/none.csv'], '/none.csv is not there.'],
		['names without columns', () => [base, '--courses', join(base, '2026-W47-0.csv')], 'has no columns “course_code”'],
		['too little memory', () => [base, '--memory', '40KB'], 'DuckDB: Out of Memory Error'],
	])('ends with one line for %s', async (_, args, text) => {
		const all = args();
		const { fault } = await runCommand(...all, ...(all.includes('--out') ? [] : ['--out', join(folder, 'plain')]));
		expect(fault).toContain(text);
		expect(fault).not.toContain('\n');
	});

	it('leaves what an earlier run wrote where there is no export', async () => {
		const kept = join(folder, 'kept');
		await runCommand(base, '--out', kept);
		const names = readdirSync(kept);
		await runCommand(join(ROOT, 'public'), '--out', kept);
		expect(readdirSync(kept)).toEqual(names);
		expect(names).toContain('report.fr.html');
	});

	it('leaves no half of a result where the rows cannot be written', async () => {
		const blocked = join(folder, 'blocked');
		mkdirSync(join(blocked, 'rows.csv'), { recursive: true });
		await expect(runWarehouse([base, '--out', blocked], () => {})).rejects.toThrow('EISDIR');
		expect(readdirSync(blocked)).toEqual(['rows.csv']);
	});
});

it('keeps the trace of a bug of ours', () => {
	expect(plainText(new TypeError('x is undefined'))).toBeNull();
});
