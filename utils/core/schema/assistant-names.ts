/*
 * Closed lists of what is counted of AI assistants. Course pages bundle this file, so it may not import valibot
 * (`tests/project/injected.test.ts`).
 */

/**
 * Families of language models. `mistral` runs at Mistral, `mistral-open` elsewhere; `open` is a hub that routes to several models with
 * published weights; `own` is a front whose model is not recognised, `unknown` an assistant that does not name its models.
 */
export const FAMILIES = [
	'gpt',
	'gemini',
	'claude',
	'mistral',
	'deepseek',
	'open',
	'gpt-oss',
	'llama',
	'qwen',
	'gemma',
	'mistral-open',
	'own',
	'unknown',
] as const;

export type Family = (typeof FAMILIES)[number];

/** What is counted of the answers of one family. */
export const ANSWER_FIELDS = [
	/** Messages sent to the assistant, and answers asked for once more. */
	'promptCount',
	'regenerationCount',
	/** Prompts of which an image was asked. */
	'imageCount',
	/** Answers whose text was counted, its characters (UTF-16 units), and milliseconds from the request to the end of the answer. */
	'readCount',
	'characters',
	'answerMs',
	/** Answers of unknown size. */
	'unreadCount',
	/** Of the answers that were read: those that began with reasoning, the characters of it, and those of a model that is not a small one. */
	'reasonedCount',
	'reasoningCharacters',
	'largeModelCount',
] as const;

export type AnswerField = (typeof ANSWER_FIELDS)[number];
