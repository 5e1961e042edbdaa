import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { requestSaveData } from '@/utils/background/sober/save-data';

const MOODLE = '*://moodle.example/*';

interface Change {
	readonly addRules: readonly { readonly condition: { readonly requestDomains: readonly string[] } }[];
}

let changes: Change[];

beforeEach(() => {
	fakeBrowser.reset();
	changes = [];
	const declarativeNetRequest = { updateSessionRules: async (change: Change) => void changes.push(change) };
	Object.assign(fakeBrowser, { declarativeNetRequest });
});

const ruleDomains = () => changes.map(({ addRules }) => addRules.flatMap(({ condition }) => condition.requestDomains));

describe('the Save-Data rule', () => {
	it('is not touched before it is needed: in Firefox the first call slows every request', async () => {
		await requestSaveData([], []);
		await requestSaveData([], [MOODLE]);
		expect(ruleDomains()).toEqual([]);
	});

	it('is set when it is needed, and removed once when it no longer is', async () => {
		await requestSaveData([MOODLE], []);
		await requestSaveData([], []);
		await requestSaveData([], []);
		expect(ruleDomains()).toEqual([['moodle.example'], []]);
	});

	it('is removed even after the browser refused an update: an earlier rule may exist', async () => {
		const refuse = async () => Promise.reject(new Error('quota'));
		const { declarativeNetRequest } = fakeBrowser as unknown as {
			declarativeNetRequest: { updateSessionRules: unknown };
		};
		const { updateSessionRules } = declarativeNetRequest;
		declarativeNetRequest.updateSessionRules = refuse;
		await expect(requestSaveData([MOODLE], [])).rejects.toThrow('quota');
		declarativeNetRequest.updateSessionRules = updateSessionRules;
		await requestSaveData([], []);
		expect(ruleDomains()).toEqual([[]]);
	});
});
