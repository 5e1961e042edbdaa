import { setTimeout as sleep } from 'node:timers/promises';
import type { Asked } from './course-routes.ts';
import type { Answer } from './send.ts';

/** Host of the assistant beside the course: a site of its own, which is followed for itself. */
const HOST = 'assistant.localhost';
const PATH = '/v1/chat/completions';
/** Its weights are published, and their number is known. */
const MODEL = 'mistral-small-3.2';
const WORD_MS = 20;

/** What the assistant answers, whatever it is asked. */
export const DEMO_ANSWER =
	'Pour un chantier près d’un cours d’eau, commencez par supprimer le danger : reculez la zone de travail. Si c’est impossible, posez un garde-corps qui protège tout le monde. Le gilet de sauvetage vient en dernier, avec une personne qui surveille la berge. Vérifiez enfin la météo : une crue change tout en quelques minutes.';

/** Address of the assistant that belongs to a course. */
export function assistantUrl(courseUrl: string): string {
	return courseUrl.replace('//cours.localhost', `//${HOST}`);
}

/** Whether a request goes to the assistant. */
export function isForAssistant({ url }: Pick<Asked, 'url'>): boolean {
	return url.hostname === HOST;
}

async function* streamAnswer(): AsyncGenerator<Uint8Array> {
	const frame = (choices: readonly object[]) => Buffer.from(`data: ${JSON.stringify({ model: MODEL, choices })}\n\n`);
	for (const content of DEMO_ANSWER.match(/\s*\S+/g) ?? []) {
		yield frame([{ index: 0, delta: { content } }]);
		await sleep(WORD_MS);
	}
	yield Buffer.from('data: [DONE]\n\n');
}

/** The assistant: one page, and an endpoint that answers as OpenAI's does. */
export function assistantRoute({ method, url }: Asked): Answer {
	if (method === 'POST' && url.pathname === PATH)
		return { status: 200, headers: { 'Content-Type': 'text/event-stream; charset=utf-8' }, body: streamAnswer() };
	const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
	return { status: 200, headers, body: Buffer.from(PAGE) };
}

const PAGE = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Assistant du cours</title><link rel="icon" href="data:,">
<style>body{font:1rem/1.5 system-ui;max-width:40rem;margin:auto;padding:1rem}textarea{width:100%;font:inherit}p{margin:.75rem 0}.question{text-align:right;font-weight:600}</style>
<main><h1>Assistant du cours</h1><div id="talk" aria-live="polite"></div></main>
<form><label for="question">Votre question</label><textarea id="question" rows="2" required></textarea><button>Envoyer</button></form>
<script>
const form = document.querySelector('form');
const talk = document.querySelector('#talk');
const add = (name, text) => {
	const line = document.createElement('p');
	line.className = name;
	line.textContent = text;
	talk.append(line);
	return line;
};
form.addEventListener('submit', async (event) => {
	event.preventDefault();
	const content = form.elements.question.value;
	form.reset();
	add('question', content);
	const answer = add('answer', '');
	const body = JSON.stringify({ model: '${MODEL}', stream: true, messages: [{ role: 'user', content }] });
	const response = await fetch('${PATH}', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
	let rest = '';
	const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
	for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
		const lines = (rest + piece.value).split('\\n');
		rest = lines.pop();
		for (const line of lines) if (line.startsWith('data: {')) answer.textContent += JSON.parse(line.slice(6)).choices[0].delta.content;
	}
	answer.dataset.done = '';
});
</script></html>`;
