import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { injectScript, replaceContentScripts } from '@/utils/browser/scripts';

const MATCHES = ['*://moodle.example/*'];
const OBSERVER = { id: 'followed', file: '/observer.js', world: 'ISOLATED', matches: MATCHES } as const;

let registered: { id: string }[];
const executeScript = vi.fn();

beforeEach(() => {
	registered = [{ id: 'followed' }, { id: 'foreign' }];
	executeScript.mockReset();
	Object.assign(fakeBrowser.scripting, {
		getRegisteredContentScripts: async () => registered,
		unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
			registered = registered.filter(({ id }) => !ids.includes(id));
		},
		registerContentScripts: async (scripts: { id: string }[]) => void registered.push(...scripts),
		executeScript,
	});
});

it('replaces registered scripts by id and leaves others unchanged', async () => {
	await replaceContentScripts(['followed', 'everywhere'], [OBSERVER]);
	expect(registered).toEqual([
		{ id: 'foreign' },
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
	]);
	await replaceContentScripts(['followed'], [{ ...OBSERVER, excludeMatches: ['*://quiz.example/*'] }]);
	expect(registered.at(-1)).toMatchObject({ excludeMatches: ['*://quiz.example/*'] });
	await replaceContentScripts(['followed'], []);
	expect(registered).toEqual([{ id: 'foreign' }]);
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
