import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSample } from '@/tests/bench/warehouse/sample';
import { runCommand } from './rig';

const folder = mkdtempSync(join(tmpdir(), 'sobrio-outputs-'));
const inbox = join(folder, 'inbox');

beforeAll(() => writeSample(inbox, 12, '2026-W47'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run warehouse, where the results cannot be written', () => {
	it.each([
		// Where Node's own way of making folders never ends.
		['a system’s folder', () => '/proc/sobrio/results', '/proc/sobrio cannot be '],
		['a folder below a file', () => join(inbox, '2026-W47-0.csv', 'a', 'b'), '2026-W47-0.csv is a file, not a folder.'],
		['a broken link', () => linkTo('/not/mounted'), 'is a file, not a folder.'],
		['a name that is too long', () => join(folder, 'a'.repeat(300)), 'has a name that is too long'],
		['no name', () => '', 'npm run warehouse -- FOLDER'],
		['a disk that is full', () => fullDisk(), 'A file cannot be written: the disk is full.'],
	])('ends with one line for %s', async (_, out, text) => {
		const { fault } = await runCommand(inbox, '--out', out());
		expect(fault).toContain(text);
		expect(fault).not.toContain('\n');
	});

	it('makes every folder that is missing', async () => {
		const out = join(folder, 'a', 'b', 'c');
		expect((await runCommand(inbox, '--out', out)).fault).toBeNull();
		expect(readdirSync(out)).toContain('report.fr.html');
	});

	it('has the same figures where the inbox holds the results of another run, and says what their rows are', async () => {
		const [first, second] = [join(inbox, 'first'), join(inbox, 'second')];
		await runCommand(inbox, '--out', first);
		const { said } = await runCommand(inbox, '--out', second);
		expect(said.map((line) => line.trim())).toContain('first/rows.csv: the rows of another report');
		expect(readFileSync(join(second, 'weeks.csv'), 'utf8')).toBe(readFileSync(join(first, 'weeks.csv'), 'utf8'));
	});
});

function linkTo(target: string): string {
	const link = join(folder, 'link');
	symlinkSync(target, link);
	return link;
}

/** A folder in which the joined rows have no room. */
function fullDisk(): string {
	const out = join(folder, 'full');
	mkdirSync(out);
	symlinkSync('/dev/full', join(out, 'rows.csv.new'));
	return out;
}
