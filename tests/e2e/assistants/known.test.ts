import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportWeek, openDashboard } from '@/scripts/start/dashboard';
import type { Driver } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import type { LocalServer } from '@/tests/e2e/rig/local-server';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { readStored } from '@/tests/e2e/rig/stored';
import { ANSWER } from '@/tests/page/world/answer-parts';
import { statementKey, weekStatements } from '@/utils/core/export/xapi';
import { dayOf, daysOfWeek, shiftWeek, weekOf } from '@/utils/core/units/day';
import { ASSISTANT_HOSTS, ASSISTANT_PAGES, type AssistantPage, serveAssistantPages } from './known-pages';
import { type Watched, watchBackground, watchConsole } from './word-watch';

/** Words of prompts and answers, and of addresses, in lower case. */
const CANARIES = ['coquelicot', 'photosynth', 'glucose'];
const ADDRESS_WORDS = ['jeton-secret', 'fixture', 'chathub'];
const WORDS = [...CANARIES, ...ADDRESS_WORDS];
/** What a week is exported as, for oneself and to share, before its days have ended: xAPI is of whole days. */
const EXPORTS = [
	['personal', 'csv'],
	['personal', 'json'],
	['personal', 'report'],
	['shareable', 'csv'],
	['shareable', 'json'],
] as const;

/** Each of the sites is followed by hand, on a busy machine too. */
const FOLLOW_ALL_MS = 400_000;

/** Runs in the page: asks all at once, and returns what the page got. */
function askAll(paths: readonly string[]): Promise<readonly string[]> {
	return Promise.all(
		paths.map(async (path) => (await fetch(path, { method: 'POST', body: '{"prompt":"coquelicot"}' })).text()),
	);
}

/** Runs in the page: opens a socket, sends the messages, and waits for the last of the answer. */
async function talk(address: string, sent: readonly string[]): Promise<void> {
	const socket = new WebSocket(address);
	await new Promise((resolve) => socket.addEventListener('open', resolve));
	const answered = new Promise((resolve) => {
		socket.onmessage = ({ data }) => /"done"|"type":3/.test(data) && resolve(null);
	});
	for (const message of sent) socket.send(message);
	await answered;
}

inBothBrowsers('each assistant whose stream is known, under its own name', (browser) => {
	let server: LocalServer;
	let driver: Driver;
	const downloadDir = mkdtempSync(join(tmpdir(), 'sobrio-assistants-'));
	/** What the consoles of the pages got, and errors. */
	const written: string[] = [];
	/** What each page got, by host. */
	const got = new Map<string, readonly string[]>();

	const follow = async () => {
		const dashboard = await driver.openExtensionPage('dashboard.html#sites');
		await dashboard.waitFor(() => document.querySelector('.site-form input') !== null);
		for (const { host } of ASSISTANT_PAGES) {
			await driver.grantHost(`*://${host}/*`);
			await dashboard.evaluate((value) => {
				const field = document.querySelector('.site-form input') as HTMLInputElement;
				field.value = value;
				field.dispatchEvent(new Event('input', { bubbles: true }));
			}, host);
			await dashboard.click('.site-form button:not(:disabled)');
			await dashboard.waitFor(`document.querySelector('main')?.textContent?.includes('${host}')`);
		}
		await dashboard.close();
	};
	const countsOf = async (host: string) =>
		(await readStored(driver)).visits.find((visit) => visit.host === host && visit.assistants)?.assistants;

	beforeAll(async () => {
		server = await serveAssistantPages();
		driver = await openWithExtension(browser, {
			ownHosts: ASSISTANT_HOSTS,
			takesAnyCertificate: true,
			downloadDir,
		});
		await follow();
		await watchBackground(driver, WORDS);
		const page = await driver.newPage();
		for (const { host, requests, socket } of ASSISTANT_PAGES) {
			await page.goto(`https://${host}:${server.port}/chat/`);
			await page.evaluate(watchConsole);
			got.set(
				host,
				await page.evaluate(
					askAll,
					requests.map(({ path }) => path),
				),
			);
			if (socket) await page.evaluate(talk, `wss://${socket.host}:${server.port}${socket.path}`, socket.sent);
			written.push(...(await page.evaluate(() => window.written)));
		}
		await page.goto('about:blank');
	}, FOLLOW_ALL_MS);

	afterAll(async () => {
		await driver?.close();
		await server?.close();
		rmSync(downloadDir, { recursive: true, force: true });
	});

	it.each(ASSISTANT_PAGES)(
		'$host: prompts and characters are exact, and its page gets the same bytes',
		async (one: AssistantPage) => {
			expect(got.get(one.host)).toEqual(one.requests.map(({ text }) => text));
			const expected = Object.fromEntries(
				Object.entries(one.counts).map(([family, { promptCount, regenerationCount, readCount }]) => [
					family,
					{
						promptCount,
						...(regenerationCount > 0 && { regenerationCount }),
						...(readCount > 0 && { readCount, characters: readCount * ANSWER.length }),
						...(promptCount + regenerationCount > readCount && {
							unreadCount: promptCount + regenerationCount - readCount,
						}),
					},
				]),
			);
			await until(async () => {
				const counts = await countsOf(one.host);
				expect(Object.keys(counts ?? {}).sort()).toEqual(Object.keys(expected).sort());
				expect(counts).toMatchObject(expected);
				return true;
			}, `the counts of ${one.host}`);
		},
	);

	it('sends the background no word of a prompt, an answer or an address, stores none, and writes none into a console', async () => {
		const { session, ...stored } = await readStored(driver);
		const { watched, ...others } = session as { watched: Watched };
		expect(watched.leaks).toEqual([]);
		expect(watched.heardCount).toBeGreaterThanOrEqual(ASSISTANT_PAGES.length);
		const text = JSON.stringify({ ...stored, ...others }).toLowerCase();
		const consoles = [...watched.written, ...written].join('\n').toLowerCase();
		for (const word of WORDS) {
			expect(text).not.toContain(word);
			expect(consoles).not.toContain(word);
		}
	});

	it.each(['personal', 'shareable'] as const)('has none of these words in a statement of xAPI: %s', async (scope) => {
		const { days, courses } = await readStored(driver);
		const week = weekOf(dayOf(new Date()));
		const statements = weekStatements({
			week,
			// Its days have ended by then.
			today: daysOfWeek(shiftWeek(week, 1))[0] as string,
			days,
			courses,
			scope,
			codes: { source: 'install', courses: new Map() },
			ids: new Map(days.map((total) => [statementKey(total), crypto.randomUUID()])),
		});
		const text = JSON.stringify(statements).toLowerCase();
		expect(text).toContain('ai_prompts');
		for (const word of WORDS) expect(text).not.toContain(word);
	});

	it('exports none of these words, in any form, nor in a backup', async () => {
		const dashboard = await openDashboard(driver);
		const today = dayOf(new Date());
		const week = weekOf(today);
		const expectNone = (file: string) => {
			const text = readFileSync(file, 'utf8').toLowerCase();
			expect(text.length, file).toBeGreaterThan(100);
			for (const word of WORDS) expect(text, file).not.toContain(word);
			rmSync(file);
		};
		for (const [scope, form] of EXPORTS) {
			const file = await exportWeek(dashboard, week, { downloadDir, folder: downloadDir, scope, form });
			expectNone(file);
		}
		await dashboard.goto(`${driver.extensionUrl}dashboard.html?backup#donnees`);
		await dashboard.click('.backup button.main');
		const backup = join(downloadDir, `sobrio-backup-${today}.json`);
		await until(() => existsSync(backup) && statSync(backup).size > 0, 'the backup');
		expectNone(backup);
		await dashboard.close();
	});
});
