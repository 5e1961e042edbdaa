import { browser } from './browser';

type Registration = Parameters<typeof browser.scripting.registerContentScripts>[0][number];
type Injection = Parameters<typeof browser.scripting.executeScript>[0];

/** A tab, and which of its frames. */
export type ScriptTarget = Injection['target'];

/** A script of the build. */
export interface Script {
	/** Its address: `/observer.js`. */
	readonly file: string;
	/** Isolated from the page's own scripts, or among them. */
	readonly world: 'ISOLATED' | 'MAIN';
}

/** A script for the pages of some hosts. */
export interface ContentScript extends Script {
	/** A name, alone or followed by a space and what tells it from others of that name. */
	readonly id: string;
	readonly matches: readonly string[];
	readonly excludeMatches?: readonly string[];
}

/** The fields that the polyfill's types lack. */
interface Untyped {
	readonly world: Script['world'];
	readonly matchOriginAsFallback?: boolean;
	readonly injectImmediately?: boolean;
}

/** The part of `scripting` that the polyfill's types lack. */
interface Updating {
	updateContentScripts(scripts: readonly Registration[]): Promise<void>;
}

/**
 * Makes the registered content scripts with these names exactly those given. Each is registered on its own, so that one that the
 * browser refuses leaves the others at work, and those that are no longer needed are removed last. Calls must not overlap. Each
 * script runs in every frame of the matching pages, from their start, in later sessions of the browser too. Returns the ids of the
 * refused ones.
 */
export async function replaceContentScripts(
	names: readonly string[],
	scripts: readonly ContentScript[],
): Promise<readonly string[]> {
	const registered = await browser.scripting.getRegisteredContentScripts();
	const old = new Map(registered.map((each) => [each.id, each]));
	const refused: string[] = [];
	for (const script of scripts) {
		try {
			await register(script, old.get(script.id));
		} catch {
			refused.push(script.id);
		}
	}
	const wanted = scripts.map(({ id }) => id).filter((id) => !refused.includes(id));
	const ids = [...old.keys()].filter((id) => names.includes(id.split(' ')[0] ?? '') && !wanted.includes(id));
	if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
	return refused;
}

async function register(script: ContentScript, old: Registration | undefined): Promise<void> {
	const registration = registrationOf(script);
	if (old === undefined) return browser.scripting.registerContentScripts([registration]);
	if (extentOf(old) === extentOf(registration)) return;
	await (browser.scripting as typeof browser.scripting & Updating).updateContentScripts([registration]);
}

/** Where a script runs, in a form to compare. */
function extentOf({ matches = [], excludeMatches = [] }: Registration): string {
	return [matches, excludeMatches].map((patterns) => patterns.toSorted().join(' ')).join('\n');
}

function registrationOf({ id, file, world, matches, excludeMatches = [] }: ContentScript): Registration {
	const registration: Registration & Untyped = {
		id,
		js: [file],
		matches: [...matches],
		...(excludeMatches.length > 0 && { excludeMatches: [...excludeMatches] }),
		allFrames: true,
		// Frames without an address of their own (H5P, editors) belong to the page that made them.
		matchOriginAsFallback: true,
		runAt: 'document_start',
		persistAcrossSessions: true,
		world,
	};
	return registration;
}

/** Runs a script at once in frames of an open tab; does nothing where that is not possible any more. */
export async function injectScript({ file, world }: Script, target: ScriptTarget): Promise<void> {
	const injection: Injection & Untyped = { target, files: [file], world, injectImmediately: true };
	try {
		await browser.scripting.executeScript(injection);
	} catch {
		// The tab is closed, or on another page by now: a registered script runs there from the page's start.
	}
}
