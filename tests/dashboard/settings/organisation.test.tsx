// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OrganisationCard } from '@/entrypoints/dashboard/settings/OrganisationCard';
import { createOrganisationModel } from '@/entrypoints/dashboard/settings/organisation-model';
import { fakeBackground, permissions, startBrowser } from '@/tests/components/browser';
import { control, draw, hasControl, read, settle } from '@/tests/components/screen';
import { changeQueue, readLrs, readQueue } from '@/utils/settings/lrs';
import { readCourseSalt } from '@/utils/settings/organisation';

const SALT = '9f2c41d07be85a63c1e0f7d4b2a89635';
const LRS = { endpoint: 'https://lrs.cfa.example/xapi', key: 'cfa', secret: 'geheim', weekly: true };

async function open(policy: object): Promise<void> {
	vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => policy);
	const model = createOrganisationModel();
	await model.load();
	draw(() => <OrganisationCard model={model} exportHref="#export" />);
}

async function click(name: string): Promise<void> {
	control(name).click();
	for (let turn = 0; turn < 5; turn++) await settle();
}

beforeEach(async () => {
	await startBrowser();
	Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
});

describe('what the organisation offers', () => {
	it('is not shown where it offers nothing', async () => {
		await open({ country: 'FR' });
		expect(read()).toBe('');
	});

	it('says what would leave, and does nothing before an answer', async () => {
		await open({ courseSalt: SALT, lrs: LRS });
		expect(read()).toContain('Votre propre code reste tiré au hasard');
		expect(read('[aria-labelledby=organisation-lrs]')).toMatch(
			/lrs\.cfa\.example.*des codes, des octets et des durées/,
		);
		expect(read()).not.toMatch(new RegExp(`${SALT}|geheim`));
		expect([await readCourseSalt(), await readLrs()]).toEqual([null, null]);
		expect(permissions.request).not.toHaveBeenCalled();
	});

	it('is agreed to once, and taken back: codes of courses', async () => {
		await open({ courseSalt: SALT });
		await click('Accepter');
		expect(read('[role=status]')).toBe('Vous avez accepté.');
		expect(await readCourseSalt()).toBe(SALT);
		await click('Reprendre mon accord');
		expect(read('[role=status]')).toBe('Vous avez refusé.');
		expect(await readCourseSalt()).toBeNull();
		expect(hasControl('Refuser')).toBe(false);
	});

	it('is agreed to with access to its host alone; taken back, what waits is discarded', async () => {
		const asked = fakeBackground({});
		await open({ lrs: LRS });
		const answer = { outcome: 'refused', status: 401, week: '2026-W47', atMs: 0, doneCount: 0, totalCount: 7 } as const;
		await changeQueue((queue) => ({ ...queue, last: answer }));
		await click('Accepter');
		// Only the background changes what waits: it may be sending.
		expect(asked).toHaveBeenLastCalledWith('queue/clear', { target: 'lrs', part: 'answer' });
		expect(permissions.request).toHaveBeenCalledWith({ origins: ['https://lrs.cfa.example/*'] });
		expect((await readLrs())?.endpoint).toBe(LRS.endpoint);
		await changeQueue((queue) => ({ ...queue, weeks: ['2026-W47'] }));
		await click('Reprendre mon accord');
		expect(permissions.remove).toHaveBeenCalledWith({ origins: ['https://lrs.cfa.example/*'] });
		expect(asked).toHaveBeenLastCalledWith('queue/clear', { target: 'lrs', part: 'all' });
		expect([await readLrs(), (await readQueue()).weeks]).toEqual([null, ['2026-W47']]);
	});

	it('is not in use where the browser’s prompt is refused', async () => {
		permissions.request.mockResolvedValue(false);
		await open({ lrs: LRS });
		await click('Accepter');
		expect(read('[role=status]')).toBe('Le navigateur a refusé l’accès : rien n’est envoyé.');
		expect(await readLrs()).toBeNull();
	});

	it('can be refused, without any prompt', async () => {
		await open({ lrs: LRS });
		await click('Refuser');
		expect(read('[role=status]')).toBe('Vous avez refusé.');
		expect(permissions.request).not.toHaveBeenCalled();
	});
});
