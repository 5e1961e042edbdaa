import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SiteRules } from '@/utils/background/sites/site-rules';
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
