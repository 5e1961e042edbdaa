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

const asked = () => changes.map(({ addRules }) => addRules.flatMap(({ condition }) => condition.requestDomains));

describe('the rule that asks to save data', () => {
	it('is not touched as long as nobody wants it: in Firefox the first touch makes each request cost more', async () => {
		await requestSaveData([], []);
		await requestSaveData([], [MOODLE]);
		expect(asked()).toEqual([]);
	});

	it('is set when it is wanted and taken back when it is not, once', async () => {
		await requestSaveData([MOODLE], []);
		await requestSaveData([], []);
		await requestSaveData([], []);
		expect(asked()).toEqual([['moodle.example'], []]);
	});

	it('is taken back though the browser refused it: a rule of before may stand', async () => {
		const refuse = async () => Promise.reject(new Error('quota'));
		const { declarativeNetRequest } = fakeBrowser as unknown as {
			declarativeNetRequest: { updateSessionRules: unknown };
		};
		const { updateSessionRules } = declarativeNetRequest;
		declarativeNetRequest.updateSessionRules = refuse;
		await expect(requestSaveData([MOODLE], [])).rejects.toThrow('quota');
		declarativeNetRequest.updateSessionRules = updateSessionRules;
		await requestSaveData([], []);
		expect(asked()).toEqual([[]]);
	});
});
