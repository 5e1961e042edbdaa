import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, normalize, relative } from 'node:path';

/** Scripts that are loaded together. */
export interface Bundle {
	/** `injected`, `background`, `texts`, one of `ON_DEMAND` or `WORKERS`, the page's name, or that of a view that it loads later: `GroupView`. */
	readonly name: string;
	/** Paths in the build's folder. */
	readonly files: readonly string[];
	readonly bytes: number;
}

/** Static imports as the minifier writes them: `from"./x.js"`, `import"./x.js"`. */
const IMPORT = /(?:\bfrom|\bimport)\s*["'`]([^"'`]+\.js)["'`]/g;
/** What is loaded later: `import("./x.js")`. */
const LATER = /\bimport\(\s*["'`]([^"'`]+\.js)["'`]/g;
const SCRIPT = /<script[^>]+src="\/?([^"]+\.js)"/g;

/** Folder of the catalogues; the browser reads the one of its language. */
const TEXTS = '_locales';

/**
 * Scripts that come into a frame only once something there calls for them, by the bundle's name; `context` is asked for in a
 * page's top frame alone, when its visit begins.
 */
const ON_DEMAND: Readonly<Record<string, readonly string[]>> = {
	context: ['context.js'],
	media: ['media.js'],
	waste: ['waste.js'],
	audit: ['audit.js'],
	sober: ['sober.js', 'sober-world.js'],
	players: ['sober-players.js'],
};

/** Workers that a page of ours starts, by the bundle's name. */
const WORKERS: Readonly<Record<string, readonly string[]>> = { GroupWorker: ['group-worker.js'] };

/**
 * All scripts of a built extension: those injected into every followed frame together, those that come on demand, then the
 * background, each page with what it imports, each view that a page loads later with what that brings, and the texts.
 */
export function buildBundles(folder: string): Bundle[] {
	const names = readdirSync(folder);
	const { background = {} } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
	const backgroundFiles: string[] = [background.service_worker, ...(background.scripts ?? [])].filter(Boolean);
	const onDemand = Object.entries({ ...ON_DEMAND, ...WORKERS })
		.map(([name, files]) => [name, files.filter((file) => names.includes(file))] as const)
		.filter(([, files]) => files.length > 0);
	const known = [...backgroundFiles, ...onDemand.flatMap(([, files]) => files)];
	// WXT puts a page's scripts into chunks/, so a script at the top that is nobody else's goes into courses.
	const injected = names.filter((name) => name.endsWith('.js') && !known.includes(name));
	return [
		bundle(folder, 'injected', injected),
		...onDemand.map(([name, files]) => bundle(folder, name, files)),
		bundle(folder, 'background', backgroundFiles),
		...names.filter((name) => name.endsWith('.html')).flatMap((page) => pageBundles(folder, page)),
		bundle(
			folder,
			'texts',
			names.includes(TEXTS) ? readdirSync(join(folder, TEXTS)).map((name) => `${TEXTS}/${name}/messages.json`) : [],
		),
	];
}

/** A page, then each view that it loads later, by the name of its module. */
function pageBundles(folder: string, html: string): Bundle[] {
	const page = bundle(folder, basename(html, '.html'), matches(readFileSync(join(folder, html), 'utf8'), SCRIPT));
	const later = page.files.flatMap((file) =>
		matches(readFileSync(join(folder, file), 'utf8'), LATER).map((path) => resolve(folder, file, path)),
	);
	return [
		page,
		...[...new Set(later)].map((path) => bundle(folder, basename(path).replace(/-.{8}\.js$/, ''), [path], page.files)),
	];
}

/** Scripts and all that they import, but for what is there already. */
function bundle(folder: string, name: string, roots: readonly string[], present: readonly string[] = []): Bundle {
	const files = [...roots];
	for (const file of files) {
		const imported = matches(readFileSync(join(folder, file), 'utf8'), IMPORT).map((path) =>
			resolve(folder, file, path),
		);
		files.push(...imported.filter((path) => !files.includes(path) && !present.includes(path)));
	}
	return { name, files, bytes: files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) };
}

function resolve(folder: string, importer: string, path: string): string {
	return path.startsWith('/') ? path.slice(1) : relative(folder, normalize(join(folder, dirname(importer), path)));
}

function matches(text: string, pattern: RegExp): string[] {
	return [...new Set([...text.matchAll(pattern)].map((match) => match[1] as string))];
}
