import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Sites } from '@/utils/background/sites/sites';
import { Sober } from '@/utils/background/sober/sober';

interface Registration {
	readonly id: string;
	readonly matches: string[];
	readonly excludeMatches?: string[];
	readonly world?: string;
}

export const SCHOOL = { host: 'ecole.example', platform: 'site', sinceDay: '2026-11-23' };
const MOODLE = { host: 'moodle.example', platform: 'moodle', sinceDay: '2026-11-23' };
const TAB = { id: 4, url: 'https://moodle.example/course/view.php?id=7' };

/** Sober mode with two followed sites, one open tab, and what the browser was asked for. */
export interface SoberRig {
	readonly sober: Sober;
	readonly sites: Sites;
	registered: Registration[];
	rules: { condition: { requestDomains: string[]; excludedRequestDomains?: string[] } }[];
	sent: unknown[];
	injected: unknown[];
}

export async function openSober(): Promise<SoberRig> {
	fakeBrowser.reset();
	const sites = new Sites();
	const rig: SoberRig = { sites, sober: new Sober(sites), registered: [], rules: [], sent: [], injected: [] };
	fakeBrowser.permissions.contains = (async () => false) as never;
	fakeBrowser.tabs.query = (async () => [TAB]) as never;
	fakeBrowser.tabs.sendMessage = (async (tabId: number, message: unknown) => {
		rig.sent.push([tabId, message]);
	}) as never;
	Object.assign(fakeBrowser.scripting, {
		getRegisteredContentScripts: async () => rig.registered,
		unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
			rig.registered = rig.registered.filter(({ id }) => !ids.includes(id));
		},
		// Like the browsers, refuses all scripts of a call for one pattern of no host.
		registerContentScripts: async (scripts: Registration[]) => {
			const patterns = scripts.flatMap(({ matches, excludeMatches = [] }) => [...matches, ...excludeMatches]);
			if (patterns.some((pattern) => /\s|\d\.\d\//.test(pattern))) throw new Error('Invalid match');
			rig.registered.push(...scripts);
		},
		updateContentScripts: async (scripts: Registration[]) => {
			rig.registered = rig.registered.map((each) => scripts.find(({ id }) => id === each.id) ?? each);
		},
		executeScript: async (injection: unknown) => void rig.injected.push(injection),
	});
	Object.assign(fakeBrowser, {
		declarativeNetRequest: {
			updateSessionRules: async ({ addRules }: { addRules: SoberRig['rules'] }) => {
				rig.rules = addRules;
			},
		},
	});
	await sites.follow(MOODLE);
	await sites.follow(SCHOOL);
	await rig.sober.restore();
	return rig;
}
