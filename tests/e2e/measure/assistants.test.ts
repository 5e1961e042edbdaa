import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import type { Driver, Page } from '@/tests/e2e/drivers/driver';
import { until } from '@/tests/e2e/drivers/wait';
import { inBothBrowsers } from '@/tests/e2e/rig/both-browsers';
import { type LocalServer, serveLocally } from '@/tests/e2e/rig/local-server';
import { openWithExtension } from '@/tests/e2e/rig/open-with-extension';
import { readStored } from '@/tests/e2e/rig/stored';
import { ANSWER, type AnswerStream, PIECES } from '@/tests/page/world/answer-parts';
import { ANSWER_STREAMS } from '@/tests/page/world/answer-streams';
import { UNREAD_STREAMS } from '@/tests/page/world/unread-streams';
import type { Assistants } from '@/utils/core/schema/assistants';

const CLAUDE = 'claude.ai';
const OWN = 'ia.localhost';
const COPILOT = 'copilot.microsoft.com';
const STRANGER = 'chat.mistral.ai';
const CHAT = '/api/organizations/o1/chat_conversations/c1';
/** Words of the prompt and of an address that must be nowhere; those of the answer are in `ANSWER`. */
const CANARY = 'coquelicot';
const TOKEN = 'jeton-secret-42';
const CHUNK_BYTES = 200;
const CHUNK_MS = 5;
/** Longer than a page takes to report (3 s) and the background to write. */
const REPORT_MS = 6_000;
/** The background does nothing else for so long. */
const BUSY_MS = 5_000;

/** What each address answers. */
const STREAMS: Readonly<Record<string, AnswerStream | undefined>> = {
	[`${CHAT}/completion`]: ANSWER_STREAMS.Claude,
	[`${CHAT}/retry_completion`]: ANSWER_STREAMS.Claude,
	[`${CHAT}/title`]: ANSWER_STREAMS['OpenAI-compatible, whole'],
	'/changed': UNREAD_STREAMS['a shape nobody knows'],
	'/v1/chat/completions': ANSWER_STREAMS['OpenAI-compatible'],
	'/api/chat': ANSWER_STREAMS.Ollama,
};

type Way = 'reader' | 'pipe' | 'text' | 'xhr';

/** Runs in the page, so it stands alone: asks, and returns what the page got. */
async function ask(path: string, way: Way, prompt: string): Promise<string> {
	if (way === 'xhr')
		return new Promise((resolve) => {
			const request = new XMLHttpRequest();
			request.onloadend = () => resolve(request.responseText);
			request.open('POST', path);
			request.send(prompt);
		});
	const response = await fetch(path, { method: 'POST', body: prompt });
	if (way === 'text') return response.text();
	let text = '';
	if (way === 'pipe') {
		const reader = response.body?.pipeThrough(new TextDecoderStream() as never).getReader() as never as Reading<string>;
		for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) text += chunk.value;
		return text;
	}
	const decoder = new TextDecoder();
	const reader = response.body?.getReader() as never as Reading<Uint8Array>;
	for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read())
		text += decoder.decode(chunk.value, { stream: true });
	return text;
}

interface Reading<Value> {
	read(): Promise<{ readonly done: boolean; readonly value: Value }>;
}

/** Runs in the page: two prompts on Copilot's socket, each answered. */
async function talk(address: string, prompt: string): Promise<void> {
	const socket = new WebSocket(address);
	await new Promise((resolve) => socket.addEventListener('open', resolve));
	socket.send(JSON.stringify({ event: 'setOptions', supportedCards: [] }));
	for (let count = 0; count < 2; count++) {
		socket.send(JSON.stringify({ event: 'send', conversationId: 'c1', content: [{ type: 'text', text: prompt }] }));
		await new Promise((resolve) => {
			socket.onmessage = ({ data }) => {
				if (JSON.parse(data).event === 'done') resolve(null);
			};
		});
	}
}

async function serveAssistants(): Promise<LocalServer> {
	const server = await serveLocally(async (request, response) => {
		const stream = request.method === 'POST' ? STREAMS[request.url ?? ''] : undefined;
		if (!stream) {
			const html = '<!doctype html><title>Chat</title><link rel="icon" href="data:,"><main><h1>Chat</h1></main>';
			response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
			return;
		}
		response.writeHead(200, { 'content-type': stream.type });
		const bytes = Buffer.from(stream.text);
		for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
			response.write(bytes.subarray(from, from + CHUNK_BYTES));
			await sleep(CHUNK_MS);
		}
		response.end();
	});
	const sockets = new WebSocketServer({ server: server.server });
	sockets.on('connection', (socket) =>
		socket.on('message', (data) => {
			if (JSON.parse(String(data)).event !== 'send') return;
			for (const text of PIECES) socket.send(JSON.stringify({ event: 'appendText', messageId: 'm1', text }));
			socket.send(JSON.stringify({ event: 'done', messageId: 'm1' }));
		}),
	);
	return server;
}

inBothBrowsers('an AI assistant beside the lesson', (browser) => {
	let server: LocalServer;
	let driver: Driver;
	let page: Page;

	const urlOf = (host: string) => `http://${host}:${server.port}/`;
	const askMany = async (requests: readonly (readonly [path: string, way: Way])[]) => {
		for (const [path, way] of requests) expect(await page.evaluate(ask, path, way, CANARY)).toBe(STREAMS[path]?.text);
	};
	const storedOf = async (host: string): Promise<Assistants | undefined> =>
		(await readStored(driver)).visits.find((visit) => visit.host === host && visit.assistants)?.assistants;
	const expectStored = (host: string, expected: object) =>
		until(async () => {
			expect(await storedOf(host)).toMatchObject(expected);
			return true;
		}, 'the stored counts');
	const open = async (host: string) => {
		page = await driver.newPage(urlOf(host));
		await driver.grantHost(`*://${host}/*`);
		const popup = await driver.openPopup(page);
		await popup.click('.notice button');
		await popup.waitFor(() => document.querySelector('.notice button') === null);
		await popup.close();
		await page.goto(urlOf(host));
	};

	beforeAll(async () => {
		server = await serveAssistants();
		driver = await openWithExtension(browser, { ownHosts: [CLAUDE, COPILOT, STRANGER] });
	});

	afterAll(async () => {
		await driver?.close();
		await server?.close();
	});

	it('is known by its name, and has prompts, regenerations and characters counted', async () => {
		page = await driver.newPage(urlOf(CLAUDE));
		const popup = await driver.openPopup(page);
		await popup.waitFor(() => document.body.textContent?.includes('Claude'));
		await popup.close();
		await page.close();
		await open(CLAUDE);
		await askMany([
			[`${CHAT}/completion`, 'reader'],
			[`${CHAT}/title`, 'text'],
			[`${CHAT}/completion`, 'pipe'],
			[`${CHAT}/retry_completion`, 'text'],
			[`${CHAT}/completion`, 'xhr'],
		]);
		await expectStored(CLAUDE, {
			claude: { promptCount: 3, regenerationCount: 1, readCount: 4, characters: 4 * ANSWER.length },
		});
		expect(Object.keys((await storedOf(CLAUDE)) ?? {})).toEqual(['claude']);
	});

	it('shows prompts, tokens, energy, carbon and water in the popup', async () => {
		const popup = await driver.openPopup(page);
		await popup.waitFor(() => document.querySelector('.assistant') !== null);
		const words = await until(async () => {
			const text = await popup.evaluate(() => document.querySelector('.assistant')?.textContent ?? '');
			return /3 questions, 1 réponse redemandée/.test(text) ? text : null;
		}, 'three prompts');
		expect(words).toMatch(/Claude, poids non publiés/);
		expect(words).toMatch(/80\sà\s120\sjetons/);
		expect(words).toMatch(/Wh.*CO₂e.*mL/s);
		expect(words).not.toMatch(/inconnue/);
		await popup.close();
	});

	it('counts answers on a front of one’s own, by the family that they name', async () => {
		await open(OWN);
		await askMany([
			['/v1/chat/completions', 'reader'],
			['/api/chat', 'reader'],
			['/api/chat', 'pipe'],
		]);
		await expectStored(OWN, {
			'mistral-open': { promptCount: 1, readCount: 1, characters: ANSWER.length },
			llama: { promptCount: 2, readCount: 2, characters: 2 * ANSWER.length },
		});
	});

	it('counts prompts and answers of a socket, whose address is stored nowhere', async () => {
		await open(COPILOT);
		await page.evaluate(talk, `ws://${COPILOT}:${server.port}/c/api/chat?accessToken=${TOKEN}`, CANARY);
		await expectStored(COPILOT, { gpt: { promptCount: 2, readCount: 2, characters: 2 * ANSWER.length } });
	});

	it('stays out of pages that are not followed', async () => {
		page = await driver.newPage(urlOf(STRANGER));
		await page.evaluate(ask, '/api/chat', 'reader', CANARY);
		expect(await page.evaluate(() => String(Response.prototype.text))).toContain('[native code]');
		await sleep(REPORT_MS);
		const { visits, days } = await readStored(driver);
		expect([...visits, ...days].filter(({ host }) => host === STRANGER)).toEqual([]);
	});

	it('stands beside the courses in the dashboard, by family', async () => {
		const dashboard = await driver.openExtensionPage('dashboard.html');
		await dashboard.waitFor(() => document.querySelector('#assistants-title') !== null);
		const words = await dashboard.evaluate(
			() => document.querySelector('#assistants-title')?.closest('section')?.textContent ?? '',
		);
		for (const name of ['Claude', 'GPT', 'Llama', 'Mistral']) expect(words).toContain(name);
		expect(words).toContain('3 à des modèles à poids publiés, 5 à des modèles aux poids non publiés');
		await dashboard.close();
	});

	it('reads the answer on a page that is left before the busy background has heard of it', async () => {
		page = await driver.newPage();
		await driver.evaluateInBackground((ms) => {
			const endMs = Date.now() + ms;
			setTimeout(() => {
				while (Date.now() < endMs);
			});
		}, BUSY_MS);
		await page.goto(urlOf(OWN));
		await askMany([['/v1/chat/completions', 'reader']]);
		await sleep(BUSY_MS / 2);
		await page.goto('about:blank');
		const expected = { promptCount: 1, readCount: 1, characters: ANSWER.length };
		const isStored = async () =>
			(await readStored(driver)).visits.some(
				({ host, assistants }) =>
					host === OWN &&
					isDeepStrictEqual(assistants, {
						'mistral-open': { ...expected, answerMs: assistants?.['mistral-open']?.answerMs },
					}),
			);
		await until(isStored, 'the answer of the page that was left');
	});

	it('keeps no word of a prompt, of an answer or of an address', async () => {
		const stored = JSON.stringify(await readStored(driver)).toLowerCase();
		for (const word of [CANARY, TOKEN, 'photosynth', 'glucose', 'claude-sonnet', 'llama3.1', 'chat_conversations'])
			expect(stored.includes(word), word).toBe(false);
		expect(stored).toContain('characters');
	});
});
