/** The answer that each stream of the tests holds. */
export const ANSWER =
	'La photosynthèse convertit la lumière, l’eau et le CO₂ en glucose. 🌱 Elle libère de l’oxygène.\nFin.';

/** As models send them: a few characters at a time. */
export const PIECES: readonly string[] = ANSWER.match(/[\s\S]{1,7}/g) ?? [];
/** The answer as far as each piece. */
export const SO_FAR = PIECES.map((_, index) => PIECES.slice(0, index + 1).join(''));

/** Server-sent events. */
export const sse = (frames: readonly unknown[], end = 'data: [DONE]\n\n') =>
	frames.map((frame) => `data: ${JSON.stringify(frame)}\n\n`).join('') + end;
/** A value a line. */
export const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** The answer as its beginning and what is added to it. */
export const FIRST = PIECES[0] as string;
export const REST = PIECES.slice(1);
/** Messages as ChatGPT writes them: the question, and an answer that is still empty. */
export const USER = {
	author: { role: 'user' },
	content: { content_type: 'text', parts: ['Explique la photosynthèse.'] },
};
export const ASSISTANT = { author: { role: 'assistant' }, content: { content_type: 'text', parts: [''] } };

export interface AnswerStream {
	readonly url: string;
	readonly type: string;
	readonly text: string;
	/** The counter of its characters. */
	readonly counter: string;
	/** Asked for once more. */
	readonly isAgain?: true;
}

/** The type of server-sent events. */
export const SSE = 'text/event-stream; charset=utf-8';
