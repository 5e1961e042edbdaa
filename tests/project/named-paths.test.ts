import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/** A word of code in a document. */
const CODE = /`([^`\n]+)`/g;
const OUR_FOLDERS = /^(?:\.\/)?(?:tests|utils|scripts|docs|entrypoints|components)\/[\w./-]+$/;
/** A file named alone, beside one that is named with its folder. */
const FILE = /^[\w.-]+\.(?:ts|tsx|mjs|yml)$/;
const TASK = /^npm run ([\w:]+)/;
/** Names as our code writes them: `foldVisit`, `VisitWriter.markChanged`, `OPEN_AGAIN`. */
const NAME = /^(?:(?:[a-z]+[A-Z]\w*|(?:[A-Z][a-z\d]+){2,}|[A-Z]+_[A-Z_]+)(?:\.[a-z]\w*)?|[A-Z][a-z]+\.[a-z]\w*)$/;
/** Of the browsers' engines. */
const NOT_OURS = ['CallSite.getFileName', 'Error.prepareStackTrace'];

const paths = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
	.split('\n')
	.filter(Boolean);
/** All but what the releases were. */
const documents = paths.filter((path) => path.endsWith('.md') && path !== 'CHANGELOG.md');
const fileNames = new Set(paths.map((path) => path.slice(path.lastIndexOf('/') + 1)));
const isThere = (path: string) => paths.some((each) => each === path || each.startsWith(`${path.replace(/\/$/, '')}/`));
const tasks = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts);
const code = paths
	.filter((path) => /\.(?:tsx?|mjs)$|^biome\.json$/.test(path) && !path.startsWith('tests/project/'))
	.map((path) => readFileSync(join(ROOT, path), 'utf8'))
	.join('\n');
const words = new Set(code.match(/[\w$]+/g));

function wordsOf(document: string): readonly string[] {
	return [...readFileSync(join(ROOT, document), 'utf8').matchAll(CODE)].map(([, word = '']) => word);
}

test('there are documents to check', () => {
	expect(documents.length).toBeGreaterThan(12);
});

describe.each(documents)('%s', (document) => {
	test('names files and folders that exist', () => {
		const named = wordsOf(document);
		const missing = named.filter((word) => OUR_FOLDERS.test(word) && !isThere(word));
		expect(missing).toEqual([]);
		expect(named.filter((word) => FILE.test(word) && !fileNames.has(word))).toEqual([]);
	});

	test('names tasks that exist', () => {
		const named = wordsOf(document).flatMap((word) => TASK.exec(word)?.[1] ?? []);
		expect(named.filter((task) => !tasks.includes(task))).toEqual([]);
	});

	test('names things that the code has', () => {
		const named = wordsOf(document).filter((word) => NAME.test(word) && !NOT_OURS.includes(word));
		expect(named.filter((name) => name.split('.').some((part) => !words.has(part)))).toEqual([]);
	});
});
