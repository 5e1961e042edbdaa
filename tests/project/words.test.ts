import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/** A word or phrase that the glossary retired, what stands in its place, and where it may stay as somebody else's name or as data. */
interface Retired {
	readonly pattern: RegExp;
	readonly rather: string;
	/** Files in which it is the name of data that exists: an earlier stored value, a published column. */
	readonly files?: readonly string[];
}

const RETIRED: readonly Retired[] = [
	{
		pattern: /film/i,
		rather: 'video, vidéo',
		files: ['utils/settings/goal.ts', 'tests/settings/settings.test.ts'],
	},
	{ pattern: /(?<![a-z])spar(?:e[sd]?|ing)(?![a-z])|[a-z]Spar(?:ed|ing)|SPARED/, rather: 'saved' },
	{ pattern: /\b(?:is|are|was|were|be|been) (?:said|told)\b/i, rather: 'reported, answered, shown' },
	{ pattern: /\bwish(?:es)?\b|Wish(?:es)?\b/, rather: 'preference' },
	{ pattern: /\bdeeds?\b|Deeds?\b/, rather: 'action' },
	{ pattern: /\brain(?:s|ing|ed)?\b|Rain(?!bow)/, rather: 'request burst' },
	{ pattern: /\btall(?:y|ies)\b|Tally/, rather: 'counter' },
	{ pattern: /\bisSeen\b|\bseesAll\b|\bseen visits?\b/, rather: 'full visibility' },
	{
		pattern: /\bclass Early\b|\bSeenPlace\b|\bplaceOf\b|\bSaid[A-Z]/,
		rather: 'pending events, course context, report',
	},
	{ pattern: /\b(?:speed|pace) of the line\b|\bfast line\b|\bthe line is fast\b/, rather: 'bandwidth' },
	{ pattern: /\blet(?:s|ting)? go\b/, rather: 'discard' },
	{ pattern: /\b(?:look|looked|looks|looking) at\b/, rather: 'inspect, read' },
	{ pattern: /\bwhoever\b|\bwho ?soever\b/i, rather: 'a plain subject' },
	{ pattern: /\blast words?\b/, rather: 'final report' },
];

/** Names of data that people have already: a stored field and its published column. */
const DATA = /sparedBytes|spared_by_cache(?:_MB)?/g;
/** Pictures of other people's pages, licences of what we did not write, and this list. */
const NOT_OURS = /fixtures\/|^LICENSE|^package-lock|\.(?:png|svg|ico|pem)$|^tests\/project\/words\.test\.ts$/;
/** The glossary names the retired words in one section of its own. */
const RETIRED_SECTION = /\n## Retired words[\s\S]*?(?=\n## |$)/;

function isOurs(path: string): boolean {
	return !NOT_OURS.test(path);
}

test('retired words stand nowhere in code, docs and texts', () => {
	const paths = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
		.split('\n')
		.filter((path) => path !== '' && isOurs(path));
	expect(paths.length).toBeGreaterThan(500);
	const found = paths.flatMap((path) => {
		const text = readFileSync(join(ROOT, path), 'utf8').replace(RETIRED_SECTION, '').replace(DATA, '');
		return text
			.split('\n')
			.flatMap((line, index) =>
				RETIRED.filter(({ pattern, files = [] }) => pattern.test(line) && !files.includes(path)).map(
					({ pattern, rather }) => `${path}:${index + 1}: ${pattern.exec(line)?.[0]} (rather: ${rather})`,
				),
			);
	});
	expect(found).toEqual([]);
});
