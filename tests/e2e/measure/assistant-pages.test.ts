import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { LONG_ANSWER, type Shape, serveChat, streamOf } from '@/tests/e2e/rig/chat-site';
import type { LocalServer } from '@/tests/e2e/rig/local-server';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { readStored } from '@/tests/e2e/rig/stored';
import { addAssistants, NO_ASSISTANTS } from '@/utils/core/visit/assistants';

const CHATGPT = 'chatgpt.com';
const SOCKET = 'ws.chatgpt.com';
const ASK = '/backend-api/f/conversation';
const CANARY = 'coquelicot';

interface Asked {
	readonly path?: string;
	readonly shape: Shape;
	readonly markup?: 'new' | 'old';
	readonly stopAfter?: number;
	readonly socket?: string;
}

/** Runs in the page. */
declare const window: { ask(asked: object): Promise<{ readonly text: string; readonly raw: string }> };

inBothBrowsers('the page of an AI assistant', (browser) => {
	let server: LocalServer;
	let driver: Driver;
	let page: Page;

	const urlOf = (host: string, scheme = 'https') => `${scheme}://${host}:${server.port}/`;
	const ask = (tab: Page, asked: Asked) =>
		tab.evaluate((each) => window.ask(each), { path: ASK, prompt: `Explique, avec ${CANARY}.`, ...asked });
	/** All that is stored of the host's visits together. */
	const stored = async () => {
		const { visits } = await readStored(driver);
		const ofHost = visits.filter(({ host }) => host === CHATGPT);
		return (
			ofHost.reduce((sum, visit) => addAssistants(sum, visit.assistants ?? NO_ASSISTANTS), NO_ASSISTANTS).gpt ?? {}
		);
	};
	const expectStored = (expected: object) =>
		until(async () => {
			expect(await stored()).toMatchObject(expected);
			return true;
		}, 'the stored counts');

	beforeAll(async () => {
		server = await serveChat();
		driver = await openWithExtension(browser, { ownHosts: [CHATGPT, SOCKET], takesAnyCertificate: true });
		page = await driver.newPage(urlOf(CHATGPT));
		await driver.grantHost(`*://${CHATGPT}/*`);
		const popup = await driver.openPopup(page);
		await popup.click('.notice button');
		await popup.waitFor(() => document.querySelector('.notice button') === null);
		await popup.close();
		await page.goto(urlOf(CHATGPT));
	});

	afterAll(async () => {
		await driver?.close();
		await server?.close();
	});

	it('counts an answer of unknown shape by the text that it adds, within 10 %; forty old turns count nothing', async () => {
		const { raw } = await ask(page, { shape: 'unknown' });
		expect(raw).toBe(streamOf('unknown'));
		await expectStored({ promptCount: 1, readCount: 1 });
		const { characters = 0 } = await stored();
		expect(Math.abs(characters / LONG_ANSWER.length - 1)).toBeLessThan(0.1);
	});

	it('does so in the markup of before September 2026', async () => {
		const before = await stored();
		await ask(page, { shape: 'unknown', markup: 'old' });
		await expectStored({ promptCount: 2, readCount: 2 });
		const { characters = 0 } = await stored();
		expect(Math.abs((characters - (before.characters ?? 0)) / LONG_ANSWER.length - 1)).toBeLessThan(0.1);
	});

	it('leaves answers unread that were stopped, handed over to a socket, or came in a hidden tab', async () => {
		await ask(page, { shape: 'unknown', stopAfter: LONG_ANSWER.length / 2 });
		await expectStored({ promptCount: 3, readCount: 2, unreadCount: 1 });
		expect((await ask(page, { shape: 'handoff', socket: urlOf(SOCKET, 'wss') })).text).toBe(LONG_ANSWER);
		await expectStored({ promptCount: 4, readCount: 2, unreadCount: 2 });
		const other = await driver.newPage();
		await page.waitFor(() => document.hidden);
		await ask(page, { shape: 'unknown' });
		await other.close();
		await page.bringToFront();
		await expectStored({ promptCount: 5, readCount: 2, unreadCount: 3 });
	});

	it('counts nothing for what prepares, resumes or names a conversation', async () => {
		const before = await stored();
		for (const path of [`${ASK}/prepare`, `${ASK}/resume`, '/backend-api/conversation/gen_title/c1'])
			await ask(page, { path, shape: 'patches' });
		await ask(page, { shape: 'patches' });
		await expectStored({
			promptCount: 6,
			readCount: 3,
			unreadCount: 3,
			characters: (before.characters ?? 0) + LONG_ANSWER.length,
		});
	});

	it('counts in two tabs at once, and on after a reload', async () => {
		const before = await stored();
		const other = await driver.newPage(urlOf(CHATGPT));
		await Promise.all([ask(page, { shape: 'patches' }), ask(other, { shape: 'patches' })]);
		await expectStored({ promptCount: 8, readCount: 5 });
		await other.close();
		await page.goto(urlOf(CHATGPT));
		await ask(page, { shape: 'patches' });
		await expectStored({
			promptCount: 9,
			readCount: 6,
			unreadCount: 3,
			characters: (before.characters ?? 0) + 3 * LONG_ANSWER.length,
		});
	});

	it('keeps no word of it', async () => {
		const text = JSON.stringify(await readStored(driver)).toLowerCase();
		for (const word of [CANARY, 'photosynth', 'chlorophylle', 'backend-api'])
			expect(text.includes(word), word).toBe(false);
	});
});
