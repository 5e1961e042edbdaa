import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
	giveBackAccess,
	giveBackAllAccess,
	giveBackPermission,
	giveBackSending,
	hasAccess,
	hasPermission,
	maySend,
	requestAccess,
	requestPermission,
	requestSending,
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

it('all access that was granted is given back, whatever the browser refuses', async () => {
	const getAll = async () => ({ origins: ['*://*/*', 'https://lrs.example/*', PATTERN] });
	Object.assign(fakeBrowser.permissions, { getAll });
	remove.mockRejectedValueOnce(new Error('The organisation granted it.'));
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

describe('the consent to send data', () => {
	const DATA = { data_collection: ['browsingActivity'] };
	const useManifest = (manifest: object) =>
		vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest as never);

	it('is requested with the host, in one prompt, in Firefox', async () => {
		const gecko = { data_collection_permissions: { required: ['none'], optional: DATA.data_collection } };
		useManifest({ browser_specific_settings: { gecko } });
		expect(await requestSending(PATTERN)).toBe(true);
		expect(request.mock.calls).toEqual([[{ origins: [PATTERN], ...DATA }]]);
		contains.mockImplementation(async (asked) => !('data_collection' in asked));
		expect(await maySend(PATTERN)).toBe(false);
		expect(contains.mock.calls).toEqual([[{ origins: [PATTERN] }], [DATA]]);
		await giveBackSending();
		expect(remove.mock.calls).toEqual([[DATA]]);
	});

	it('does not exist in Chrome, which refuses names that it does not know', async () => {
		useManifest({});
		expect(await requestSending(PATTERN)).toBe(true);
		expect(await maySend(PATTERN)).toBe(true);
		await giveBackSending();
		expect([request, contains, remove].map((call) => call.mock.calls)).toEqual([
			[[{ origins: [PATTERN] }]],
			[[{ origins: [PATTERN] }]],
			[],
		]);
	});

	it('is worth nothing without the access to the host', async () => {
		useManifest({});
		contains.mockResolvedValue(false);
		expect(await maySend(PATTERN)).toBe(false);
	});
});
