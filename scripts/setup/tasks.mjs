import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { HELP, hasDisplay, readStartOptions } from './start-options.mjs';

/**
 * What each task needs on the machine, and its steps in order. `keepGoing` runs every step even when one fails, and prints a
 * PASS or FAIL line for each.
 * @typedef {{ tools: string[], steps: import('./steps.mjs').Step[], keepGoing?: boolean }} Task
 */

const VIDEO = { name: 'demo video', command: ['tests/course/video.ts'] };
const BUILD = {
	chromium: { name: 'build for Chrome', command: ['wxt', 'build'] },
	firefox: { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox'] },
};
const ZIP = [
	{ name: 'zip for Chrome', command: ['wxt', 'zip'] },
	{ name: 'zip for Firefox', command: ['wxt', 'zip', '-b', 'firefox'] },
];
/** For a signed file that is not in the store. */
const UNLISTED = { name: 'Firefox, unlisted', command: ['scripts/unlisted.ts'] };
/** The tests whose number of inputs `FUZZ_RUNS` sets. */
const FUZZED = ['tests/fuzz', 'tests/dashboard/backup-identity'];
const SIZE = { name: 'size budget', command: ['scripts/size.ts'] };
const BROWSERS = ['chromium', 'firefox'];

/** @type {Record<string, (args: import('./arguments.mjs').Arguments) => Task>} */
export const TASKS = {
	start: ({ all }) => {
		const { browser, url } = startOptions(all);
		// A platform of the user's own needs no demo course, and so no video.
		return withBuilds({ name: 'start', command: ['scripts/start.ts', ...all] }, [browser], url === null);
	},
	test: ({ all }) => withBuilds({ name: 'tests', command: ['vitest', 'run', ...all] }),
	'test:unit': ({ all }) => ({
		tools: [],
		steps: [{ name: 'unit tests', command: ['vitest', 'run', '--project', 'unit', ...all] }],
	}),
	fuzz: ({ all }) => ({
		tools: [],
		steps: [
			{
				name: '10,000 inputs for each parser and import',
				command: ['vitest', 'run', '--project', 'unit', ...(all.length > 0 ? all : FUZZED)],
				environment: { FUZZ_RUNS: '10000' },
			},
		],
	}),
	'test:e2e': ({ all }) =>
		withBuilds({ name: 'end-to-end tests', command: ['vitest', 'run', '--project', 'e2e', ...all] }),
	'bench:accuracy': ({ all, option }) => {
		const bench = { name: 'accuracy bench', command: ['tests/bench/accuracy.ts', ...all] };
		const task = withBuilds(bench, chosenBrowsers(option));
		// `--build DIR` measures another build.
		return option('build') === null ? task : { ...task, steps: [VIDEO, bench] };
	},
	'bench:audit': ({ all, option }) =>
		withBuilds({ name: 'audit bench', command: ['tests/bench/audit.ts', ...all] }, chosenBrowsers(option), false),
	'bench:random': ({ all, option }) =>
		withBuilds({ name: 'random pages', command: ['tests/bench/random.ts', ...all] }, chosenBrowsers(option)),
	'bench:overhead': ({ all, option }) =>
		withBuilds({ name: 'overhead bench', command: ['tests/bench/overhead.ts', ...all] }, chosenBrowsers(option), false),
	'bench:floods': ({ all, option }) =>
		withBuilds({ name: 'floods bench', command: ['tests/bench/floods.ts', ...all] }, chosenBrowsers(option), false),
	'bench:disk': ({ all, option }) =>
		withBuilds({ name: 'full-disk bench', command: ['tests/bench/disk.ts', ...all] }, chosenBrowsers(option)),
	'bench:detect': () => withBuilds({ name: 'detection bench', command: ['tests/bench/detect.ts'] }, BROWSERS, false),
	'bench:history': ({ all, option }) =>
		withBuilds({ name: 'history bench', command: ['tests/bench/history.ts', ...all] }, chosenBrowsers(option)),
	// Node itself tells its memory right only after a collection.
	'bench:group': ({ all, option }) =>
		withBuilds(
			{ name: 'group bench', command: ['tests/bench/group.ts', ...all], environment: { NODE_OPTIONS: '--expose-gc' } },
			chosenBrowsers(option),
			false,
		),
	'bench:warehouse': ({ all }) => ({
		tools: [],
		steps: [{ name: 'warehouse bench', command: ['tests/bench/warehouse.ts', ...all] }],
	}),
	codes: ({ all }) => ({
		tools: [],
		steps: [{ name: 'course codes', command: ['scripts/course-codes.ts', ...all] }],
	}),
	warehouse: ({ all }) => ({
		tools: [],
		steps: [{ name: 'warehouse', command: ['scripts/warehouse.ts', ...all] }],
	}),
	'bench:spreadsheet': () => ({
		tools: ['libreoffice'],
		steps: [{ name: 'CSV in LibreOffice', command: ['tests/bench/spreadsheet.ts'] }],
	}),
	'test:faults': ({ all, option }) =>
		withBuilds({ name: 'faults', command: ['tests/bench/faults.ts', ...all] }, chosenBrowsers(option)),
	'bench:assistants': ({ all, option }) =>
		withBuilds(
			{ name: 'assistants bench', command: ['tests/bench/assistants.ts', ...all] },
			chosenBrowsers(option),
			false,
		),
	'bench:media': ({ all }) =>
		withBuilds({ name: 'media bench', command: ['tests/bench/media.ts', ...all] }, ['chromium']),
	'bench:shift': ({ all, option }) =>
		withBuilds({ name: 'layout shift bench', command: ['tests/bench/shift.ts', ...all] }, chosenBrowsers(option)),
	'bench:sober': ({ all, option }) =>
		withBuilds({ name: 'sober mode bench', command: ['tests/bench/sober.ts', ...all] }, chosenBrowsers(option)),
	screenshots: ({ all, option }) => {
		if (!all.includes('--timelapse')) {
			const command = all.includes('--store') ? 'scripts/store-pictures.ts' : 'scripts/screenshots.ts';
			return withBuilds({ name: 'screenshots', command: [command] }, ['chromium']);
		}
		const task = withBuilds({ name: 'timelapse', command: ['scripts/timelapse.ts', ...all] }, chosenBrowsers(option));
		return { ...task, tools: [...task.tools, 'xvfb'] };
	},
	build: () => ({ tools: [], steps: Object.values(BUILD) }),
	zip: () => ({ tools: [], steps: ZIP }),
	rebuild: () => ({
		tools: ['unzip'],
		steps: [...ZIP, { name: 'the same packages from the sources archive', command: ['scripts/rebuild-check.ts'] }],
	}),
	release: ({ all }) => ({
		tools: [],
		steps: [...ZIP, UNLISTED, { name: 'release', command: ['scripts/release-check.ts', ...all] }],
	}),
	// `-- --dry-run` checks the credentials of .env.submit and uploads nothing.
	submit: ({ all }) => ({
		tools: [],
		steps: [{ name: 'submit', command: ['wxt', 'submit', ...packageOptions(), ...all] }],
	}),
	size: () => ({ tools: [], steps: [...ZIP, SIZE] }),
	'size:parts': () => ({ tools: [], steps: [{ name: 'parts of each bundle', command: ['scripts/size-parts.ts'] }] }),
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

/**
 * A step in browsers, after the extension is built for each of them and, where the step plays the demo course, its video is made.
 * @returns {Task}
 */
function withBuilds(step, browsers = BROWSERS, needsVideo = true) {
	const builds = browsers.map((name) => ({ ...BUILD[name], quiet: true }));
	return needsVideo
		? { tools: [...browsers, 'ffmpeg'], steps: [VIDEO, ...builds, step] }
		: { tools: browsers, steps: [...builds, step] };
}

/** The packages to upload, as options of `wxt submit`. */
function packageOptions() {
	const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	const file = (kind) => `.output/${name}-${version}-${kind}.zip`;
	return [
		'--chrome-zip',
		file('chrome'),
		'--edge-zip',
		file('chrome'),
		'--firefox-zip',
		file('firefox'),
		'--firefox-sources-zip',
		file('sources'),
	];
}

/** The browser that `--browser` names, or both. */
function chosenBrowsers(option) {
	return BROWSERS.filter((name) => (option('browser') ?? name) === name);
}

/** The options of `npm start`; exits before anything is installed when they are wrong or ask for help. */
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
