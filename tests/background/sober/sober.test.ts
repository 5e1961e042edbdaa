import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { HOSTED_MATCHES } from '@/utils/core/platforms/hosted';
import type { FrameSender } from '@/utils/core/schema/frame-messages';
import { EFFECTS } from '@/utils/core/sober/effects';
import { openSober, SCHOOL, type SoberRig } from './sober-rig';

let rig: SoberRig;

beforeEach(async () => {
	rig = await openSober();
});

const scripts = () => rig.registered.filter(({ id }) => id.startsWith('sober'));

describe('sober mode', () => {
	it('is off by default, without scripts or rules', async () => {
		await rig.sober.sync();
		expect(rig.sober.isOn('moodle.example')).toBe(false);
		expect(scripts()).toEqual([]);
		expect(rig.rules).toEqual([]);
	});

	it.each(['constructor', '__proto__'])('is off by default on a site that is named %s', async (host) => {
		await rig.sites.follow({ ...SCHOOL, host });
		expect([rig.sites.isFollowed(host), rig.sober.isOn(host)]).toEqual([true, false]);
	});

	it('runs on the pages of the site where it is on, on the open page at once', async () => {
		await rig.sober.switch('moodle.example', true);
		expect(scripts()).toMatchObject([
			{ id: 'sober moodle.example', matches: ['*://moodle.example/*'], world: 'ISOLATED' },
			{ id: 'sober-world moodle.example', matches: ['*://moodle.example/*'], world: 'MAIN' },
			{ id: 'sober-players moodle.example', matches: ['*://moodle.example/*'], world: 'MAIN' },
		]);
		expect(rig.rules.map(({ condition }) => condition.requestDomains)).toEqual([['moodle.example']]);
		expect(rig.injected).toMatchObject([{ target: { tabId: 4, allFrames: true }, files: ['/sober.js'] }]);
		expect(rig.sent).toEqual([[4, { type: 'sober/effects', effects: EFFECTS.join() }]]);
	});

	it('enters the page’s own world of a frame that asks for it, only while effects are on', async () => {
		const frame = { tabId: 4, frameNumber: 2 } as FrameSender;
		await rig.sober.hookFrame(frame, 'moodle.example');
		expect(rig.injected).toEqual([]);
		await rig.sober.switch('moodle.example', true);
		rig.injected = [];
		await rig.sober.hookFrame(frame, 'moodle.example');
		expect(rig.injected).toMatchObject([
			{ target: { tabId: 4, frameIds: [2] }, files: ['/sober-world.js'], world: 'MAIN' },
			{ target: { tabId: 4, frameIds: [2] }, files: ['/sober-players.js'], world: 'MAIN' },
		]);
	});

	it('sends open pages an empty list of effects when it is switched off', async () => {
		await rig.sober.switch('moodle.example', true);
		rig.sent = [];
		rig.injected = [];
		await rig.sober.switch('moodle.example', false);
		expect(scripts()).toEqual([]);
		expect(rig.rules).toEqual([]);
		expect(rig.injected).toEqual([]);
		expect(rig.sent).toEqual([[4, { type: 'sober/effects', effects: '' }]]);
	});

	it('is on everywhere except where the learner switched it off', async () => {
		await rig.sites.followKnown(true);
		await rig.sober.switch(null, true);
		await rig.sober.switch('moodle.example', false);
		for (const name of ['sober-world', 'sober-players', 'sober']) {
			const own = scripts().filter(({ id }) => id.split(' ')[0] === name);
			expect(own.map(({ matches }) => matches)).toEqual([HOSTED_MATCHES, ['*://ecole.example/*']]);
			expect(own[0]?.excludeMatches).toEqual(['*://moodle.example/*']);
		}
		expect(rig.rules[0]?.condition.excludedRequestDomains).toEqual(['moodle.example']);
		expect([rig.sober.isOn('ecole.example'), rig.sober.isOn('moodle.example')]).toEqual([true, false]);
		expect(rig.sober.isOn('other.example')).toBe(false);
	});

	it.each([
		['is on', { isOnEverywhere: true, hosts: { 'a b/*': false, '256.1': true } }],
		['is off', { isOnEverywhere: false, hosts: { 'a b/*': true, '256.1': false, 'moodle.example': true } }],
	])('ignores what is stored for hosts that are none, where it %s', async (_, value) => {
		await fakeBrowser.storage.local.set({ soberMode: { version: 1, value } });
		await rig.sober.reload();
		expect(scripts().flatMap(({ matches }) => matches)).toContain('*://moodle.example/*');
		expect(JSON.stringify([scripts(), rig.rules])).not.toMatch(/a b|256\.1/);
		expect(rig.rules).toHaveLength(1);
	});

	it('applies only the effects that are on', async () => {
		await rig.sober.switch('moodle.example', true);
		await rig.sober.switchEffect('save-data', false);
		expect(rig.rules).toEqual([]);
		expect(rig.sober.effectsOn('moodle.example')).toEqual(EFFECTS.filter((effect) => effect !== 'save-data'));
	});

	it('follows the organisation’s policy', async () => {
		vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => ({ soberMode: true }));
		await rig.sober.reload();
		await rig.sober.switch('moodle.example', false);
		expect(rig.sober.state('moodle.example', 4)).toMatchObject({ isOn: true, isOnEverywhere: true, isManaged: true });
		vi.restoreAllMocks();
	});

	it('applies a tip’s action in one tab until it is undone or another page begins', async () => {
		await rig.sober.act('moodle.example', 4, 'quality', true);
		expect(scripts()).toEqual([]);
		expect(rig.injected).toMatchObject([{ target: { tabId: 4, allFrames: true }, files: ['/sober.js'] }]);
		expect(rig.sent).toEqual([[4, { type: 'sober/effects', effects: 'quality' }]]);
		expect(rig.sober.state('moodle.example', 4).actions).toEqual(['quality']);
		await rig.sober.act('moodle.example', 4, 'quality', false);
		expect(rig.sent.at(-1)).toEqual([4, { type: 'sober/effects', effects: '' }]);
		await rig.sober.act('moodle.example', 4, 'off-screen', true);
		rig.sober.beginPage(4);
		expect(rig.sober.actionsIn(4, 'moodle.example')).toEqual([]);
	});

	it('adds up the reports of a page’s frames until the next page', () => {
		const frame = (frameNumber: number) => ({ tabId: 4, frameNumber, url: '', documentId: null, isTop: false });
		rig.sober.report(frame(0), { avoidedBytes: 100, isStuck: false, cappableCount: 1 });
		rig.sober.report(frame(3), { avoidedBytes: 50, isStuck: true, cappableCount: 1 });
		rig.sober.report(frame(0), { avoidedBytes: 200, isStuck: false, cappableCount: 1 });
		expect(rig.sober.state('moodle.example', 4)).toMatchObject({ avoidedBytes: 250, isStuck: true });
		rig.sober.beginPage(4);
		expect(rig.sober.state('moodle.example', 4)).toMatchObject({ avoidedBytes: 0, isStuck: false });
	});
});
