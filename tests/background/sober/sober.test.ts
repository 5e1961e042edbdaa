import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Sites } from '@/utils/background/sites/sites';
import { Sober } from '@/utils/background/sober/sober';
import { HOSTED_MATCHES } from '@/utils/core/platforms/hosted';
import type { FrameSender } from '@/utils/core/schema/frame-messages';
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
		// Like the browsers, refuses all scripts of a call for one pattern of no host.
		registerContentScripts: async (scripts: Registration[]) => {
			const patterns = scripts.flatMap(({ matches, excludeMatches = [] }) => [...matches, ...excludeMatches]);
			if (patterns.some((pattern) => /\s|\d\.\d\//.test(pattern))) throw new Error('Invalid match');
			registered.push(...scripts);
		},
		updateContentScripts: async (scripts: Registration[]) => {
			registered = registered.map((each) => scripts.find(({ id }) => id === each.id) ?? each);
		},
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

	it.each(['constructor', '__proto__'])('is off by default on a site that is named %s', async (host) => {
		await sites.follow({ ...SCHOOL, host });
		expect([sites.isFollowed(host), sober.isOn(host)]).toEqual([true, false]);
	});

	it('runs on the pages of the site where it is on, on the open page at once', async () => {
		await sober.switch('moodle.example', true);
		expect(scripts()).toMatchObject([
			{ id: 'sober moodle.example', matches: ['*://moodle.example/*'], world: 'ISOLATED' },
			{ id: 'sober-world moodle.example', matches: ['*://moodle.example/*'], world: 'MAIN' },
			{ id: 'sober-players moodle.example', matches: ['*://moodle.example/*'], world: 'MAIN' },
		]);
		expect(rules.map(({ condition }) => condition.requestDomains)).toEqual([['moodle.example']]);
		expect(injected).toMatchObject([{ target: { tabId: 4, allFrames: true }, files: ['/sober.js'] }]);
		expect(sent).toEqual([[4, { type: 'sober/effects', effects: EFFECTS.join() }]]);
	});

	it('enters the page’s own world of a frame that asks for it, only while effects are on', async () => {
		const frame = { tabId: 4, frameNumber: 2 } as FrameSender;
		await sober.hookFrame(frame, 'moodle.example');
		expect(injected).toEqual([]);
		await sober.switch('moodle.example', true);
		injected = [];
		await sober.hookFrame(frame, 'moodle.example');
		expect(injected).toMatchObject([
			{ target: { tabId: 4, frameIds: [2] }, files: ['/sober-world.js'], world: 'MAIN' },
			{ target: { tabId: 4, frameIds: [2] }, files: ['/sober-players.js'], world: 'MAIN' },
		]);
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
		await sites.followKnown(true);
		await sober.switch(null, true);
		await sober.switch('moodle.example', false);
		for (const name of ['sober-world', 'sober-players', 'sober']) {
			const own = scripts().filter(({ id }) => id.split(' ')[0] === name);
			expect(own.map(({ matches }) => matches)).toEqual([HOSTED_MATCHES, ['*://ecole.example/*']]);
			expect(own[0]?.excludeMatches).toEqual(['*://moodle.example/*']);
		}
		expect(rules[0]?.condition.excludedRequestDomains).toEqual(['moodle.example']);
		expect([sober.isOn('ecole.example'), sober.isOn('moodle.example')]).toEqual([true, false]);
		expect(sober.isOn('other.example')).toBe(false);
	});

	it.each([
		['is on', { isOnEverywhere: true, hosts: { 'a b/*': false, '256.1': true } }],
		['is off', { isOnEverywhere: false, hosts: { 'a b/*': true, '256.1': false, 'moodle.example': true } }],
	])('ignores what is stored for hosts that are none, where it %s', async (_, value) => {
		await fakeBrowser.storage.local.set({ soberMode: { version: 1, value } });
		await sober.reload();
		expect(scripts().flatMap(({ matches }) => matches)).toContain('*://moodle.example/*');
		expect(JSON.stringify([scripts(), rules])).not.toMatch(/a b|256\.1/);
		expect(rules).toHaveLength(1);
	});

	it('applies only the effects that are on', async () => {
		await sober.switch('moodle.example', true);
		await sober.switchEffect('save-data', false);
		expect(rules).toEqual([]);
		expect(sober.effectsOn('moodle.example')).toEqual(EFFECTS.filter((effect) => effect !== 'save-data'));
	});

	it('limits the resolution to what was chosen, in open pages too, where quality is one of the effects', async () => {
		await sober.switch('moodle.example', true);
		await sober.chooseLimit(1080);
		expect(sent.at(-1)).toEqual([4, { type: 'sober/effects', effects: `${EFFECTS.join()},1080p` }]);
		expect(sober.state('moodle.example', 4).limitLines).toBe(1080);
		await sober.switchEffect('quality', false);
		expect(sober.actionsIn(4, 'moodle.example')).not.toContain('1080p');
		await sober.act('moodle.example', 4, 'quality', true);
		expect(sober.actionsIn(4, 'moodle.example')).toContain('1080p');
		expect(sober.actionsIn(4, 'ecole.example')).toContain('1080p');
	});

	it('sends no limit where no effect is on', async () => {
		await sober.chooseLimit(480);
		expect(sober.actionsIn(4, 'moodle.example')).toEqual([]);
	});

	it('has the limit of the organisation before that of the learner', async () => {
		vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => ({ soberMode: true, soberLines: 480 }));
		await sober.chooseLimit(1080);
		expect(sober.actionsIn(4, 'moodle.example')).toEqual([...EFFECTS, '480p']);
		vi.restoreAllMocks();
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
		expect(injected).toMatchObject([{ target: { tabId: 4, allFrames: true }, files: ['/sober.js'] }]);
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
