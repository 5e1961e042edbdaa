import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
	giveBackAccess,
	giveBackAllAccess,
	giveBackPermission,
	hasAccess,
	hasPermission,
	requestAccess,
	requestPermission,
} from '@/utils/browser/permissions';

const PATTERN = '*://moodle.example/*';
const contains = vi.fn();
const request = vi.fn();
const remove = vi.fn();
Object.assign(fakeBrowser.permissions, { contains, request, remove });

beforeEach(() => {
	for (const call of [contains, request, remove]) call.mockReset().mockResolvedValue(true);
});

describe('access to hosts', () => {
	it('is checked, requested and removed by match pattern', async () => {
		expect(await hasAccess(PATTERN)).toBe(true);
		expect(await requestAccess(PATTERN)).toBe(true);
		await giveBackAccess(PATTERN);
		for (const call of [contains, request, remove]) expect(call.mock.calls).toEqual([[{ origins: [PATTERN] }]]);
	});

	it('is absent for a host that has no valid match pattern', async () => {
		for (const call of [contains, request, remove]) call.mockRejectedValue(new Error('Invalid match pattern'));
		expect(await hasAccess('*://[::1/*')).toBe(false);
		expect(await requestAccess('*://[::1/*')).toBe(false);
		await expect(giveBackAccess('*://[::1/*')).resolves.toBeUndefined();
	});
});

it('all access that was granted since the install is given back, whatever the browser refuses', async () => {
	const known = 'https://*.udemy.com/*';
	vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ host_permissions: [known] } as never);
	const getAll = async () => ({ origins: [known, '*://*/*', 'https://lrs.example/*', PATTERN] });
	Object.assign(fakeBrowser.permissions, { getAll });
	remove.mockRejectedValueOnce(new Error('You cannot remove required permissions.'));
	await giveBackAllAccess();
	expect(remove.mock.calls.flat()).toEqual(
		['*://*/*', 'https://lrs.example/*', PATTERN].map((origin) => ({ origins: [origin] })),
	);
});

it('an optional permission is checked, requested and removed by name', async () => {
	expect(await hasPermission('downloads')).toBe(true);
	expect(await requestPermission('downloads')).toBe(true);
	await giveBackPermission('downloads');
	for (const call of [contains, request, remove]) expect(call.mock.calls).toEqual([[{ permissions: ['downloads'] }]]);
});
