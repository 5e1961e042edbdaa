import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SiteRules } from '@/utils/background/sites/site-rules';
import { Sites } from '@/utils/background/sites/sites';
import { setPause } from '@/utils/settings/pauses';

beforeEach(() => fakeBrowser.reset());

it('a slow reading of what was stored before a pause does not undo the pause', async () => {
	const rules = new SiteRules();
	let answer = () => {};
	const slow = new Promise<object>((resolve) => {
		answer = () => resolve({});
	});
	const managed = vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementationOnce(() => slow as never);
	const before = rules.restore();
	await vi.waitFor(() => expect(managed).toHaveBeenCalled());
	await setPause(null, true);
	const after = rules.restore();
	setTimeout(answer, 50);
	await Promise.all([before, after]);
	expect(rules.suspensionOf('moodle.example')).toBe('paused-everywhere');
	managed.mockRestore();
});

it('a slow reading of the access before a grant does not undo the grant', async () => {
	const sites = new Sites();
	let answer = () => {};
	const slow = new Promise<boolean>((resolve) => {
		answer = () => resolve(false);
	});
	const contains = vi.fn(async () => true).mockReturnValueOnce(slow);
	fakeBrowser.permissions.contains = contains as never;
	const before = sites.restore();
	await vi.waitFor(() => expect(contains).toHaveBeenCalled());
	const after = sites.restore();
	setTimeout(answer, 50);
	await Promise.all([before, after]);
	expect(sites.isGrantedEverywhere).toBe(true);
});
