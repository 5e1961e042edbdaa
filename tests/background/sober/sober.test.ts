import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Sites } from '@/utils/background/sites/sites';
import { Sober } from '@/utils/background/sober/sober';
import { HOSTED_MATCHES } from '@/utils/core/platforms/hosted';
import { EFFECTS } from '@/utils/core/sober/effects';

interface Registration {
	readonly id: string;
	readonly matches: string[];
	readonly excludeMatches?: string[];
	readonly world?: string;
}

const MOODLE = { host: 'moodle.example', platform: 'moodle', sinceDay: '2026-11-23' };
const SCHOOL = { host: 'ecole.example', platform: 'site', sinceDay: '2026-11-23' };
const TAB = { id: 4, url: 'https://moodle.example/course/view.php?id=7' };

let registered: Registration[];
let rules: { condition: { requestDomains: string[]; excludedRequestDomains?: string[] } }[];
let sent: unknown[];
let injected: unknown[];
let sites: Sites;
let sober: Sober;

beforeEach(async () => {
	fakeBrowser.reset();
	registered = [];
	rules = [];
	sent = [];
	injected = [];
	fakeBrowser.permissions.contains = (async () => false) as never;
	fakeBrowser.tabs.query = (async () => [TAB]) as never;
	fakeBrowser.tabs.sendMessage = (async (tabId: number, message: unknown) => {
		sent.push([tabId, message]);
	}) as never;
	Object.assign(fakeBrowser.scripting, {
		getRegisteredContentScripts: async () => registered,
		unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
			registered = registered.filter(({ id }) => !ids.includes(id));
		},
		registerContentScripts: async (scripts: Registration[]) => void registered.push(...scripts),
		executeScript: async (injection: unknown) => void injected.push(injection),
	});
	Object.assign(fakeBrowser, {
		declarativeNetRequest: {
			updateSessionRules: async ({ addRules }: { addRules: typeof rules }) => {
				rules = addRules;
			},
		},
	});
	sites = new Sites();
	await sites.follow(MOODLE);
	await sites.follow(SCHOOL);
	sober = new Sober(sites);
	await sober.restore();
});

const scripts = () => registered.filter(({ id }) => id.startsWith('sober'));

describe('sober mode', () => {
	it('is off by default, without scripts or rules', async () => {
		await sober.sync();
		expect(sober.isOn('moodle.example')).toBe(false);
		expect(scripts()).toEqual([]);
		expect(rules).toEqual([]);
	});

	it('runs on the pages of the site where it is on, on the open page at once', async () => {
		await sober.switch('moodle.example', true);
		expect(scripts()).toMatchObject([
			{ id: 'sober-world', matches: ['*://moodle.example/*'], world: 'MAIN' },
			{ id: 'sober-players', matches: ['*://moodle.example/*'], world: 'MAIN' },
			{ id: 'sober', matches: ['*://moodle.example/*'], world: 'ISOLATED' },
		]);
		expect(rules.map(({ condition }) => condition.requestDomains)).toEqual([['moodle.example']]);
		expect(injected).toHaveLength(3);
		expect(sent).toEqual([[4, { type: 'sober/effects', effects: EFFECTS.join() }]]);
	});

	it('sends open pages an empty list of effects when it is switched off', async () => {
		await sober.switch('moodle.example', true);
		sent = [];
		injected = [];
		await sober.switch('moodle.example', false);
		expect(scripts()).toEqual([]);
		expect(rules).toEqual([]);
		expect(injected).toEqual([]);
		expect(sent).toEqual([[4, { type: 'sober/effects', effects: '' }]]);
	});

	it('is on everywhere except where the learner switched it off', async () => {
		await sober.switch(null, true);
		await sober.switch('moodle.example', false);
		const everywhere = [...HOSTED_MATCHES, '*://moodle.example/*', '*://ecole.example/*'];
		for (const { matches, excludeMatches } of scripts()) {
			expect(matches).toEqual(everywhere);
			expect(excludeMatches).toEqual(['*://moodle.example/*']);
		}
		expect(rules[0]?.condition.excludedRequestDomains).toEqual(['moodle.example']);
		expect([sober.isOn('ecole.example'), sober.isOn('moodle.example')]).toEqual([true, false]);
		expect(sober.isOn('other.example')).toBe(false);
	});

	it('applies only the effects that are on', async () => {
		await sober.switch('moodle.example', true);
		await sober.switchEffect('save-data', false);
		expect(rules).toEqual([]);
		expect(sober.effectsOn('moodle.example')).toEqual(EFFECTS.filter((effect) => effect !== 'save-data'));
	});

	it('follows the organisation’s policy', async () => {
		vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => ({ soberMode: true }));
		await sober.reload();
		await sober.switch('moodle.example', false);
		expect(sober.state('moodle.example', 4)).toMatchObject({ isOn: true, isOnEverywhere: true, isManaged: true });
		vi.restoreAllMocks();
	});

	it('applies a tip’s action in one tab until it is undone or another page begins', async () => {
		await sober.act('moodle.example', 4, 'quality', true);
		expect(scripts()).toEqual([]);
		expect(injected).toHaveLength(3);
		expect(sent).toEqual([[4, { type: 'sober/effects', effects: 'quality' }]]);
		expect(sober.state('moodle.example', 4).actions).toEqual(['quality']);
		await sober.act('moodle.example', 4, 'quality', false);
		expect(sent.at(-1)).toEqual([4, { type: 'sober/effects', effects: '' }]);
		await sober.act('moodle.example', 4, 'off-screen', true);
		sober.beginPage(4);
		expect(sober.actionsIn(4, 'moodle.example')).toEqual([]);
	});

	it('adds up the reports of a page’s frames until the next page', () => {
		const frame = (frameNumber: number) => ({ tabId: 4, frameNumber, url: '', documentId: null, isTop: false });
		sober.report(frame(0), { avoidedBytes: 100, isStuck: false, cappableCount: 1 });
		sober.report(frame(3), { avoidedBytes: 50, isStuck: true, cappableCount: 1 });
		sober.report(frame(0), { avoidedBytes: 200, isStuck: false, cappableCount: 1 });
		expect(sober.state('moodle.example', 4)).toMatchObject({ avoidedBytes: 250, isStuck: true });
		sober.beginPage(4);
		expect(sober.state('moodle.example', 4)).toMatchObject({ avoidedBytes: 0, isStuck: false });
	});
});
