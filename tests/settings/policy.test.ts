import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import schema from '@/public/managed-schema.json';
import { parsePolicy } from '@/utils/core/schema/policy';
import { DEFAULT_PROFILE, DEVICES } from '@/utils/core/schema/profile';
import { applyPolicy, fixedFields, readPolicy } from '@/utils/settings/policy';
import { loadProfile, saveProfile, watchProfile } from '@/utils/settings/profile';

const NOTHING = {
	followedHosts: [],
	device: null,
	country: null,
	soberMode: null,
	soberLines: null,
	assistants: null,
	audits: null,
	courseSalt: null,
	lrs: null,
	bucket: null,
};
const SALT = 'a salt of thirty-two characters.';
const LRS = { endpoint: 'https://lrs.example/xapi', key: 'k', secret: 's' };

beforeEach(() => {
	fakeBrowser.reset();
	vi.restoreAllMocks();
});

function setPolicy(policy: object): void {
	vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => policy);
}

describe('an organisation’s policy', () => {
	it.each([
		['is empty where there is none', undefined, NOTHING],
		[
			'sets hosts, device, country and sober mode',
			{ followedHosts: ['moodle.cfa.example'], device: 'desktop', country: 'BE', soberMode: true },
			{ ...NOTHING, followedHosts: ['moodle.cfa.example'], device: 'desktop', country: 'BE', soberMode: true },
		],
		['can switch sober mode off', { soberMode: false }, { ...NOTHING, soberMode: false }],
		['can limit the resolution of sober mode', { soberLines: 480 }, { ...NOTHING, soberLines: 480 }],
		['ignores a resolution that nobody may choose', { soberLines: 360 }, NOTHING],
		['can forbid to count assistants', { assistants: false }, { ...NOTHING, assistants: false }],
		['can set a salt for course codes', { courseSalt: SALT }, { ...NOTHING, courseSalt: SALT }],
		['ignores a salt that could be guessed', { courseSalt: 'short' }, NOTHING],
		['can set an LRS', { lrs: LRS }, { ...NOTHING, lrs: { ...LRS, version: '1.0.3', weekly: false } }],
		[
			'can set a bucket',
			{ bucket: { folder: 'https://b.example/in?sig=1' } },
			{ ...NOTHING, bucket: { folder: 'https://b.example/in?sig=1', user: '', password: '', weekly: false } },
		],
		['ignores a bucket without its address', { bucket: { user: 'u' } }, NOTHING],
		['ignores an LRS without its key', { lrs: { ...LRS, key: undefined } }, NOTHING],
		['can set one field only', { country: 'FR' }, { ...NOTHING, country: 'FR' }],
		[
			'has its hosts normalised, without duplicates',
			{ followedHosts: [' Moodle.cfa.example ', 'moodle.cfa.example'] },
			{ ...NOTHING, followedHosts: ['moodle.cfa.example'] },
		],
		[
			'cannot follow patterns or addresses',
			{ followedHosts: ['*', '*.example', 'https://a.example/', 'a.example/x', 7] },
			NOTHING,
		],
		[
			'ignores values of another type',
			{ followedHosts: 'a.example', device: 'toaster', country: 'France', soberMode: 'yes' },
			NOTHING,
		],
	])('%s', (_, stored, policy) => {
		expect(parsePolicy(stored)).toEqual(policy);
	});

	it('is empty where the browser refuses to read it, as Firefox does without a policy', async () => {
		vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('Managed storage manifest not found'));
		expect(await readPolicy()).toEqual(NOTHING);
	});

	it('is read once for all calls of one turn, and again for later ones', async () => {
		setPolicy({ country: 'BE' });
		expect(await Promise.all([readPolicy(), readPolicy()])).toEqual(Array(2).fill({ ...NOTHING, country: 'BE' }));
		expect(fakeBrowser.storage.managed.get).toHaveBeenCalledTimes(1);
		setPolicy({ country: 'FR' });
		expect((await readPolicy()).country).toBe('FR');
	});

	it('overrides the learner’s choice in its own fields only', async () => {
		await saveProfile({ ...DEFAULT_PROFILE, device: 'phone', network: 'mobile', country: 'DE' });
		setPolicy({ device: 'desktop' });
		const { profile, fixed } = await loadProfile();
		expect(profile).toEqual({ ...DEFAULT_PROFILE, device: 'desktop', network: 'mobile', country: 'DE' });
		expect(fixed).toEqual(['device']);
	});

	it('is applied when it changes later, until the watcher stops', async () => {
		await saveProfile(DEFAULT_PROFILE);
		const seen: (string | undefined)[] = [];
		const stop = watchProfile(({ profile }) => seen.push(profile.device));
		await fakeBrowser.storage.managed.set({ device: 'tv' });
		await vi.waitFor(() => expect(seen).toEqual(['tv']));
		stop();
		await fakeBrowser.storage.managed.set({ device: 'phone' });
		await new Promise((resolve) => setTimeout(resolve));
		expect(seen).toEqual(['tv']);
	});

	it('changes nothing when it is empty', () => {
		expect(applyPolicy(DEFAULT_PROFILE, NOTHING)).toEqual(DEFAULT_PROFILE);
		expect(fixedFields(NOTHING)).toEqual([]);
	});
});

describe('the schema that Chrome validates policies with', () => {
	it('has exactly the fields that Sobrio reads', () => {
		expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(NOTHING).sort());
	});

	it('lists the devices of the profile', () => {
		expect(schema.properties.device.enum).toEqual([...DEVICES]);
	});
});
