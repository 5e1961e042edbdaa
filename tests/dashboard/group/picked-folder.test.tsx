// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startBrowser } from '@/tests/components/browser';
import { control, draw, hasControl, read, settle } from '@/tests/components/screen';
import { LESSON } from '@/tests/core/export/week';
import { sharedCsv } from '@/tests/core/group/shared';
import { InlineWorker } from './inline-worker';

interface Entry {
	readonly kind: 'file' | 'directory';
}

/** A file of a folder that is read bit by bit. */
const file = (name: string, text: string) => ({ kind: 'file', getFile: async () => new File([text], name) }) as Entry;
const gone = { kind: 'file', getFile: () => Promise.reject(new DOMException('gone', 'NotFoundError')) } as Entry;

/** A folder, as Chromium gives it. */
function folder(...entries: readonly Entry[]): Entry {
	async function* values() {
		yield* entries;
	}
	return { kind: 'directory', values } as Entry;
}

/** The view anew, as no test may see what the browser refused in another. */
async function openView(showDirectoryPicker: () => Promise<Entry>) {
	vi.resetModules();
	vi.stubGlobal('showDirectoryPicker', showDirectoryPicker);
	const { openGroup } = await import('@/entrypoints/dashboard/group/GroupView');
	const view = openGroup('fr');
	draw(() => view.render());
	return view;
}

const folderInput = () => document.getElementById('group-folder') as HTMLInputElement;

/** Clicks the input of a folder; true where the browser would open its own dialog of it. */
function click(): boolean {
	return folderInput().dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
}

async function untilShown(text: string): Promise<void> {
	for (let turn = 0; turn < 400 && !read().includes(text); turn++) await settle();
	expect(read()).toContain(text);
}

beforeEach(async () => {
	await startBrowser();
	vi.stubGlobal('Worker', InlineWorker);
});
afterEach(() => void vi.unstubAllGlobals());

it('a folder of folders is read bit by bit, without what cannot be opened', async () => {
	const one = file('a.csv', sharedCsv('camille00000', [LESSON]));
	const other = file('b.csv', sharedCsv('dominique000', [LESSON]));
	const view = await openView(async () => folder(one, gone, folder(folder(), folder(other, file('.hidden', 'x')))));
	expect(click()).toBe(false);
	await untilShown('2 semaines d’apprenants comptées.');
	expect(document.querySelector('.aside-files')).toBeNull();
	view.close();
});

it('nothing happens where the user closes the picker', async () => {
	const view = await openView(() => Promise.reject(new DOMException('closed', 'AbortError')));
	expect(click()).toBe(false);
	await settle();
	expect([document.querySelector('progress'), hasControl('Annuler')]).toEqual([null, false]);
	expect(click()).toBe(false);
	view.close();
});

it('the input does it where the browser refuses the picker, as by a policy', async () => {
	const view = await openView(() => Promise.reject(new DOMException('policy', 'SecurityError')));
	const opened = vi.spyOn(folderInput(), 'click');
	expect(click()).toBe(false);
	await settle();
	expect(opened).toHaveBeenCalledOnce();
	expect(click()).toBe(true);
	view.close();
});

it('the search in a folder ends as soon as it is cancelled', async () => {
	let givenCount = 0;
	async function* values() {
		for (;;) {
			if (++givenCount % 100 === 0) await settle();
			yield file(`${givenCount}.csv`, 'nothing');
		}
	}
	const view = await openView(async () => ({ kind: 'directory', values }) as Entry);
	click();
	await untilShown('Fichiers trouvés');
	control('Annuler').click();
	const { givenCount: before } = { givenCount };
	for (let turn = 0; turn < 20; turn++) await settle();
	expect(givenCount).toBeLessThanOrEqual(before + 200);
	expect(document.querySelector('progress')).toBeNull();
	view.close();
});
