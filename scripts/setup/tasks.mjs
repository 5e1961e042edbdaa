import { HELP, hasDisplay, readStartOptions } from './start-options.mjs';

/**
 * What each task needs on the machine and does, in order. `keepGoing` runs every step even when one fails, and prints a
 * PASS or FAIL line for each.
 * @typedef {{ tools: string[], steps: import('./steps.mjs').Step[], keepGoing?: boolean }} Task
 */

const VIDEO = { name: 'video ladder', command: ['tests/course/video.ts'] };
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
	start: ({ all }) => {
		const { browser, url } = startOptions(all);
		const start = { name: 'start', command: ['scripts/start.ts', ...all] };
		const build = { ...BUILD[browser], quiet: true };
		// A platform of the user's own needs no demo course, and so no video.
		return url === null
			? { tools: [browser, 'ffmpeg'], steps: [VIDEO, build, start] }
			: { tools: [browser], steps: [build, start] };
	},
	test: ({ all, option }) => {
		const tests = { name: 'tests', command: ['vitest', 'run', ...all] };
		if (option('project') === 'unit') return { tools: [], steps: [tests] };
		return { tools: ['chromium', 'firefox', 'ffmpeg'], steps: [VIDEO, BUILD.chromium, BUILD.firefox, tests] };
	},
	'bench:accuracy': ({ all, option }) => {
		const browsers = ['chromium', 'firefox'].filter((name) => (option('browser') ?? name) === name);
		const builds = option('build') === null ? browsers.map((name) => ({ ...BUILD[name], quiet: true })) : [];
		const bench = { name: 'accuracy bench', command: ['tests/bench/accuracy.ts', ...all] };
		return { tools: [...browsers, 'ffmpeg'], steps: [{ ...VIDEO, quiet: true }, ...builds, bench] };
	},
	'bench:overhead': ({ all, option }) => {
		const browsers = ['chromium', 'firefox'].filter((name) => (option('browser') ?? name) === name);
		const bench = { name: 'overhead bench', command: ['tests/bench/overhead.ts', ...all] };
		return { tools: browsers, steps: [...browsers.map((name) => ({ ...BUILD[name], quiet: true })), bench] };
	},
	'bench:detect': () => ({
		tools: ['chromium', 'firefox'],
		steps: [
			{ ...BUILD.chromium, quiet: true },
			{ ...BUILD.firefox, quiet: true },
			{ name: 'detection bench', command: ['tests/bench/detect.ts'] },
		],
	}),
	'bench:history': ({ all, option }) => {
		const browsers = ['chromium', 'firefox'].filter((name) => (option('browser') ?? name) === name);
		const bench = { name: 'history bench', command: ['tests/bench/history.ts', ...all] };
		const builds = browsers.map((name) => ({ ...BUILD[name], quiet: true }));
		return { tools: [...browsers, 'ffmpeg'], steps: [{ ...VIDEO, quiet: true }, ...builds, bench] };
	},
	'bench:spreadsheet': () => ({
		tools: ['libreoffice'],
		steps: [{ name: 'CSV in LibreOffice', command: ['tests/bench/spreadsheet.ts'] }],
	}),
	'bench:media': ({ all }) => {
		const bench = { name: 'media bench', command: ['tests/bench/media.ts', ...all] };
		return {
			tools: ['chromium', 'ffmpeg'],
			steps: [{ ...VIDEO, quiet: true }, { ...BUILD.chromium, quiet: true }, bench],
		};
	},
	'bench:sober': ({ all, option }) => {
		const browsers = ['chromium', 'firefox'].filter((name) => (option('browser') ?? name) === name);
		const bench = { name: 'sober mode bench', command: ['tests/bench/sober.ts', ...all] };
		const builds = browsers.map((name) => ({ ...BUILD[name], quiet: true }));
		return { tools: [...browsers, 'ffmpeg'], steps: [{ ...VIDEO, quiet: true }, ...builds, bench] };
	},
	screenshots: () => ({
		tools: ['chromium', 'ffmpeg'],
		steps: [
			{ ...VIDEO, quiet: true },
			{ ...BUILD.chromium, quiet: true },
			{ name: 'screenshots', command: ['scripts/screenshots.ts'] },
		],
	}),
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
				command: ['scripts/addon-lint.ts'],
			},
		],
	}),
};

/** The options of `npm start`; ends here, before anything is installed, when they are wrong or only help is wanted. */
function startOptions(args) {
	const read = readStartOptions(args, hasDisplay(process.env, process.platform));
	if (!read.ok) {
		console.error(read.error);
		process.exit(1);
	}
	if (read.value.wantsHelp) {
		console.log(HELP[read.value.lang]);
		process.exit(0);
	}
	return read.value;
}
