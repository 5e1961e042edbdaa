import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { injectScript, replaceContentScripts } from '@/utils/browser/scripts';

const MATCHES = ['*://moodle.example/*'];
const OBSERVER = { id: 'followed', file: '/observer.js', world: 'ISOLATED', matches: MATCHES } as const;

interface Registered {
	readonly id: string;
	readonly matches?: readonly string[];
}

let registered: Registered[];
const executeScript = vi.fn();

/** As the browsers do: refuses an id that is registered, and the whole call for one pattern of no host. */
function check(scripts: readonly Registered[], mayExist: boolean): void {
	if (scripts.some(({ id }) => registered.some((each) => each.id === id) !== mayExist))
		throw new Error('Wrong script ID');
	if (scripts.some(({ matches = [] }) => matches.some((each) => each.includes('256.1'))))
		throw new Error('Invalid match');
}

beforeEach(() => {
	registered = [{ id: 'followed', matches: ['*://old.example/*'] }, { id: 'foreign' }];
	executeScript.mockReset();
	Object.assign(fakeBrowser.scripting, {
		getRegisteredContentScripts: async () => registered,
		unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
			registered = registered.filter(({ id }) => !ids.includes(id));
		},
		registerContentScripts: async (scripts: Registered[]) => {
			check(scripts, false);
			registered.push(...scripts);
		},
		updateContentScripts: async (scripts: Registered[]) => {
			check(scripts, true);
			registered = registered.map((each) => scripts.find(({ id }) => id === each.id) ?? each);
		},
		executeScript,
	});
});

const ids = () => registered.map(({ id }) => id).sort();

it('replaces registered scripts by name and leaves others unchanged', async () => {
	await replaceContentScripts(['followed', 'everywhere'], [OBSERVER]);
	expect(registered).toEqual([
		{
			id: 'followed',
			js: ['/observer.js'],
			matches: MATCHES,
			allFrames: true,
			matchOriginAsFallback: true,
			runAt: 'document_start',
			persistAcrossSessions: true,
			world: 'ISOLATED',
		},
		{ id: 'foreign' },
	]);
	await replaceContentScripts(['followed'], [{ ...OBSERVER, excludeMatches: ['*://quiz.example/*'] }]);
	expect(registered[0]).toMatchObject({ excludeMatches: ['*://quiz.example/*'] });
	await replaceContentScripts(['followed'], []);
	expect(registered).toEqual([{ id: 'foreign' }]);
});

it('registers each script on its own: one that the browser refuses stops no other, and is named', async () => {
	const scriptOf = (host: string) => ({ ...OBSERVER, id: `followed ${host}`, matches: [`*://${host}/*`] });
	const scripts = ['a.example', '256.1', 'b.example'].map(scriptOf);
	expect(await replaceContentScripts(['followed'], scripts)).toEqual(['followed 256.1']);
	expect(ids()).toEqual(['followed a.example', 'followed b.example', 'foreign']);
	// As in a later session: what is registered already stays registered.
	expect(await replaceContentScripts(['followed'], scripts)).toEqual(['followed 256.1']);
	expect(ids()).toEqual(['followed a.example', 'followed b.example', 'foreign']);
	await replaceContentScripts(['followed'], [scriptOf('b.example')]);
	expect(ids()).toEqual(['followed b.example', 'foreign']);
});

it('removes old scripts only once the new ones are registered', async () => {
	const calls: string[] = [];
	for (const name of ['registerContentScripts', 'unregisterContentScripts'] as const) {
		const call = fakeBrowser.scripting[name] as (argument: never) => Promise<void>;
		Object.assign(fakeBrowser.scripting, {
			[name]: (argument: never) => {
				calls.push(name);
				return call(argument);
			},
		});
	}
	await replaceContentScripts(['followed'], [{ ...OBSERVER, id: 'followed a.example' }]);
	expect(calls).toEqual(['registerContentScripts', 'unregisterContentScripts']);
});

it('injects a script into frames at once, and ignores a tab that is closed', async () => {
	const target = { tabId: 4, frameIds: [2] };
	await injectScript(OBSERVER, target);
	expect(executeScript.mock.calls).toEqual([
		[{ target, files: ['/observer.js'], world: 'ISOLATED', injectImmediately: true }],
	]);
	executeScript.mockRejectedValue(new Error('No tab with id: 4'));
	await expect(injectScript(OBSERVER, target)).resolves.toBeUndefined();
});
