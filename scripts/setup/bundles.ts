import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, normalize, relative } from 'node:path';

/** Scripts that are loaded together. */
export interface Bundle {
	/** `injected`, `background`, or the page's name. */
	readonly name: string;
	/** Paths in the build's folder. */
	readonly files: readonly string[];
	readonly bytes: number;
}

/** Static and dynamic imports as the minifier writes them: `from"./x.js"`, `import"./x.js"`, `import("./x.js")`. */
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["'`]([^"'`]+\.js)["'`]/g;
const SCRIPT = /<script[^>]+src="\/?([^"]+\.js)"/g;

/** All scripts of a built extension: the injected ones together, then the background and each page with what they import. */
export function buildBundles(folder: string): Bundle[] {
	const names = readdirSync(folder);
	const { background = {} } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
	const backgroundFiles: string[] = [background.service_worker, ...(background.scripts ?? [])].filter(Boolean);
	// WXT puts a page's scripts into chunks/, so a script at the top that is not the background's goes into courses.
	const injected = names.filter((name) => name.endsWith('.js') && !backgroundFiles.includes(name));
	return [
		bundle(folder, 'injected', injected),
		bundle(folder, 'background', backgroundFiles),
		...names
			.filter((name) => name.endsWith('.html'))
			.map((page) =>
				bundle(folder, basename(page, '.html'), matches(readFileSync(join(folder, page), 'utf8'), SCRIPT)),
			),
	];
}

function bundle(folder: string, name: string, roots: readonly string[]): Bundle {
	const files = [...roots];
	for (const file of files) {
		const imported = matches(readFileSync(join(folder, file), 'utf8'), IMPORT).map((path) =>
			resolve(folder, file, path),
		);
		files.push(...imported.filter((path) => !files.includes(path)));
	}
	return { name, files, bytes: files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) };
}

function resolve(folder: string, importer: string, path: string): string {
	return path.startsWith('/') ? path.slice(1) : relative(folder, normalize(join(folder, dirname(importer), path)));
}

function matches(text: string, pattern: RegExp): string[] {
	return [...new Set([...text.matchAll(pattern)].map((match) => match[1] as string))];
}
