import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateWorkflow } from '@action-validator/core';
import { describe, expect, it, test } from 'vitest';
import { TASKS } from '@/scripts/setup/tasks.mjs';

const FOLDER = join(import.meta.dirname, '..', '..', '.github', 'workflows');
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

test('there are workflows to check, test, tag and release, and to review dependencies and code', () => {
	const names = ['check', 'codeql', 'dependencies', 'release', 'tag', 'test'];
	expect(readdirSync(FOLDER).sort()).toEqual(names.map((name) => `${name}.yml`));
});

describe.each(readdirSync(FOLDER))('%s', (name) => {
	it('is valid', () => {
		expect(validateWorkflow(read(name)).errors).toEqual([]);
	});

	it('pins each action to a commit, with its version beside it', () => {
		const loose = read(name).match(/uses: (?!\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$).*$/gm);
		expect(loose).toBeNull();
	});

	it('starts without the right to write', () => {
		expect(read(name)).toMatch(/^permissions:\n {2}contents: read\n(?=\S)/m);
	});

	it('runs tasks that exist', () => {
		const tasks = [...read(name).matchAll(/npm run ([\w:]+)/g)].map(([, task = '']) => task);
		expect(tasks.filter((task) => !(task in TASKS))).toEqual([]);
	});
});

test('a workflow with an unknown key or trigger is refused', () => {
	expect(validateWorkflow(read('check.yml').replace('runs-on:', 'run-on:')).errors).not.toEqual([]);
	expect(validateWorkflow(read('check.yml').replace('pull_request:', 'pull_requests:')).errors).not.toEqual([]);
});
