/**
 * What each task needs on the machine and does, in order. `keepGoing` runs every step even when one fails, and prints a
 * PASS or FAIL line for each.
 * @typedef {{ tools: string[], steps: import('./steps.mjs').Step[], keepGoing?: boolean }} Task
 */

const FILM = { name: 'film ladder', command: ['tests/course/film.ts'] };
const BUILD = {
	chromium: { name: 'build for Chrome', command: ['wxt', 'build'] },
	firefox: { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox'] },
};
const ZIP = [
	{ name: 'zip for Chrome', command: ['wxt', 'zip'] },
	{ name: 'zip for Firefox', command: ['wxt', 'zip', '-b', 'firefox'] },
];
const SIZE = { name: 'size budget', command: ['scripts/size.ts'] };

/** @type {Record<string, (args: import('./arguments.mjs').Arguments) => Task>} */
export const TASKS = {
	start: ({ all, option }) => {
		const browser = option('browser') ?? 'chromium';
		const build = BUILD[browser];
		if (!build) throw new Error(`--browser takes ${Object.keys(BUILD).join(' or ')}.`);
		const start = { name: 'start', command: ['scripts/start.ts', ...all] };
		// A platform of the user's own needs no demo course, and so no film.
		if (option('url')) return { tools: [browser], steps: [{ ...build, quiet: true }, start] };
		return { tools: [browser, 'ffmpeg'], steps: [FILM, { ...build, quiet: true }, start] };
	},
	test: ({ all, option }) => {
		const tests = { name: 'tests', command: ['vitest', 'run', ...all] };
		if (option('project') === 'unit') return { tools: [], steps: [tests] };
		return { tools: ['chromium', 'firefox', 'ffmpeg'], steps: [FILM, BUILD.chromium, BUILD.firefox, tests] };
	},
	build: () => ({ tools: [], steps: [BUILD.chromium, BUILD.firefox] }),
	zip: () => ({ tools: [], steps: ZIP }),
	size: () => ({ tools: [], steps: [...ZIP, SIZE] }),
	dev: ({ all }) => ({ tools: [], steps: [{ name: 'dev', command: ['wxt', ...all] }] }),
	format: () => ({ tools: [], steps: [{ name: 'format', command: ['biome', 'check', '--write', '.'] }] }),
	check: () => ({
		tools: [],
		keepGoing: true,
		steps: [
			{ name: 'lint and format', command: ['biome', 'ci', '.'] },
			{ name: 'types', command: ['tsc', '--noEmit'] },
			{ name: 'dead code', command: ['knip'] },
			...ZIP,
			SIZE,
			{
				name: 'web-ext lint',
				command: ['web-ext', 'lint', '--source-dir', '.output/firefox-mv3', '--warnings-as-errors'],
			},
		],
	}),
};
