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

/**
 * Registers content scripts in place of those with the given ids, which the browsers refuse to register twice. Calls must not
 * overlap. Each script runs in every frame of the matching pages, from their start, in later sessions of the browser too.
 */
export async function replaceContentScripts(ids: readonly string[], scripts: readonly ContentScript[]): Promise<void> {
	const registered = await browser.scripting.getRegisteredContentScripts();
	const old = registered.map(({ id }) => id).filter((id) => ids.includes(id));
	if (old.length > 0) await browser.scripting.unregisterContentScripts({ ids: old });
	if (scripts.length > 0) await browser.scripting.registerContentScripts(scripts.map(registrationOf));
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
