import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Driver } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { ANSWER_TOKENS, type Front, serveFronts } from '@/tests/e2e/rig/chat-fronts';
import { LONG_ANSWER } from '@/tests/e2e/rig/chat-site';
import type { LocalServer } from '@/tests/e2e/rig/local-server';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { readStored } from '@/tests/e2e/rig/stored';
import { tokensOf } from '@/utils/core/assistants/energy';

const FRONTS: readonly Front[] = ['deep-chat', 'assistant-ui'];
const CANARY = 'coquelicot';

/** The front's own functions, in the page. */
declare const window: { send(text: string): void; shown(): string };

inBothBrowsers('a chat front from npm on a host of one’s own', (browser) => {
	let server: LocalServer;
	let driver: Driver;

	beforeAll(async () => {
		server = await serveFronts(FRONTS);
		driver = await openWithExtension(browser);
	});

	afterAll(async () => {
		await driver?.close();
		await server?.close();
	});

	it.each(FRONTS)('%s: two prompts are counted, and each character of their answers', async (front) => {
		const host = `${front}.localhost`;
		const url = `http://${host}:${server.port}/${front}`;
		const page = await driver.newPage(url);
		await driver.grantHost(`*://${host}/*`);
		const popup = await driver.openPopup(page);
		await popup.click('.notice button');
		await popup.waitFor(() => document.querySelector('.notice button') === null);
		await popup.close();
		await page.goto(url);
		await page.waitFor(() => typeof window.send === 'function');
		for (const count of [1, 2]) {
			await page.evaluate((text) => void window.send(text), `${CANARY} ${count}`);
			const end = LONG_ANSWER.slice(-20);
			await until(() => page.evaluate((text) => window.shown().includes(text), end), `answer ${count}`);
			const expected = { promptCount: count, readCount: count, characters: count * LONG_ANSWER.length };
			const read = async () => {
				const visit = (await readStored(driver)).visits.find((each) => each.host === host && each.assistants);
				expect(visit?.assistants).toMatchObject({ 'mistral-open': expected });
				return true;
			};
			await until(read, 'the stored counts');
		}
		const { low, high } = tokensOf(LONG_ANSWER.length);
		expect(ANSWER_TOKENS.length).toBeGreaterThanOrEqual(low);
		expect(ANSWER_TOKENS.length).toBeLessThanOrEqual(high);
		const stored = JSON.stringify(await readStored(driver)).toLowerCase();
		for (const word of [CANARY, 'photosynth', 'chlorophylle']) expect(stored.includes(word), word).toBe(false);
		await page.close();
	});
});
