import { setTimeout as sleep } from 'node:timers/promises';
import { decode, encode } from 'gpt-tokenizer/encoding/o200k_base';
import { build } from 'vite';
import { ROOT } from '@/scripts/setup/paths.mjs';
import { SSE } from '@/tests/page/world/answer-parts';
import { LONG_ANSWER } from './chat-site';
import { type LocalServer, serveLocally } from './local-server';

/** Fronts for chats from npm, each with a real library of its own that reads our streams. */
export type Front = 'deep-chat' | 'assistant-ui';

/** The tokens of the answer, each a frame of the stream. */
export const ANSWER_TOKENS: readonly string[] = encode(LONG_ANSWER).map((token) => decode([token]));
const TOKEN_MS = 2;
const MODEL = 'mistral-small-3.2';

/** deep-chat with its own reader of event streams. */
const DEEP_CHAT = `
import 'deep-chat';
const chat = document.createElement('deep-chat');
chat.connect = { url: '/v1/chat/completions', stream: true };
chat.responseInterceptor = ({ choices }) => ({ text: choices[0]?.delta.content ?? '' });
document.querySelector('main').append(chat);
window.send = (text) => chat.submitUserMessage({ text });
window.shown = () => chat.getMessages().at(-1)?.text ?? '';
`;

/** assistant-ui's thread and composer; React renders what a local runtime reads. */
const ASSISTANT_UI = `
import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
import {
	AssistantRuntimeProvider, ComposerPrimitive, MessagePrimitive, ThreadPrimitive, useLocalRuntime,
} from '@assistant-ui/react';
let runtime;
const adapter = {
	async *run({ messages, abortSignal }) {
		const body = JSON.stringify({ stream: true, messages: messages.map(({ role, content }) => ({ role, content })) });
		const response = await fetch('/v1/chat/completions', { method: 'POST', signal: abortSignal, body });
		let [text, rest] = ['', ''];
		for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
			const lines = (rest + piece).split('\\n');
			rest = lines.pop();
			for (const line of lines) if (line.startsWith('data: {')) text += JSON.parse(line.slice(6)).choices[0]?.delta.content ?? '';
			yield { content: [{ type: 'text', text }] };
		}
	},
};
const Message = () => h(MessagePrimitive.Root, null, h(MessagePrimitive.Parts));
const App = () => {
	runtime = useLocalRuntime(adapter);
	const messages = h(ThreadPrimitive.Messages, { components: { UserMessage: Message, AssistantMessage: Message } });
	const composer = h(ComposerPrimitive.Root, null, h(ComposerPrimitive.Input), h(ComposerPrimitive.Send, null, 'Envoyer'));
	return h(AssistantRuntimeProvider, { runtime }, h(ThreadPrimitive.Root, null, h(ThreadPrimitive.Viewport, null, messages), composer));
};
createRoot(document.querySelector('main')).render(h(App));
window.send = (text) => runtime.thread.append(text);
window.shown = () => document.querySelector('main').textContent;
`;
const ENTRIES: Readonly<Record<Front, string>> = { 'deep-chat': DEEP_CHAT, 'assistant-ui': ASSISTANT_UI };

/** A front with its libraries as one script. */
async function bundle(front: Front): Promise<string> {
	// Not the name of the package, which it imports.
	const entry = `front:${front}`;
	const built = await build({
		configFile: false,
		logLevel: 'error',
		root: ROOT,
		define: { 'process.env.NODE_ENV': '"production"' },
		plugins: [
			{
				name: 'front',
				resolveId: (id) => (id === entry ? `\0${entry}` : null),
				load: (id) => (id === `\0${entry}` ? ENTRIES[front] : null),
			},
		],
		build: { write: false, minify: false, rollupOptions: { input: entry, output: { format: 'iife' } } },
	});
	const [output] = [built].flat();
	const [script] = output && 'output' in output ? output.output : [];
	return script && 'code' in script ? script.code : '';
}

const chunk = (choices: readonly object[], more = {}) =>
	`data: ${JSON.stringify({ model: MODEL, choices, ...more })}\n\n`;

/** Serves the fronts, each at its name, and an endpoint that answers as OpenAI's does: known text, known tokens, a steady pace. */
export async function serveFronts(fronts: readonly Front[]): Promise<LocalServer> {
	const scripts = new Map<string, string>(
		await Promise.all(fronts.map(async (front) => [`/${front}.js`, await bundle(front)] as const)),
	);
	return serveLocally(async ({ method, url = '' }, response) => {
		const script = scripts.get(url);
		if (script !== undefined) response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script);
		else if (method !== 'POST')
			response
				.setHeader('content-type', 'text/html; charset=utf-8')
				.end(
					`<!doctype html><html lang="fr"><link rel="icon" href="data:,"><main></main><script src="${url}.js"></script></html>`,
				);
		else {
			response.writeHead(200, { 'content-type': SSE });
			for (const content of ANSWER_TOKENS) {
				response.write(chunk([{ index: 0, delta: { content } }]));
				await sleep(TOKEN_MS);
			}
			response.write(chunk([], { usage: { completion_tokens: ANSWER_TOKENS.length } }));
			response.end('data: [DONE]\n\n');
		}
	});
}
