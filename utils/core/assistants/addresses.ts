import type { Family } from '@/utils/core/schema/assistant-names';

/*
 * How an answer is asked for. Course pages bundle this file. Patterns match a whole address without its query, whatever the port. Read on
 * 2026-11-29 in public code; no live assistant was opened. A socket's address may contain an access token: it is matched and dropped.
 */

/** What a request asks for: an answer, one more answer to the same prompt, an image, or the rest of an answer asked for by another request. */
export type Asked = 'prompt' | 'regeneration' | 'image' | 'continuation';

export interface AskingAddress {
	readonly asked: Asked;
	readonly family: Family;
	readonly address: RegExp;
	/** Content type that the answer has, where other sites may use such an address for something else. */
	readonly type?: RegExp;
	/** The site asks for everything else there too: only the answer shows what was asked. */
	readonly isShared?: true;
	/** The answer may repeat one that was counted before: its size is unknown. */
	readonly isUnread?: true;
}

const at = (host: string, path: string) => new RegExp(`^https?://${host}(?::\\d+)?${path}$`);
/** Hosts whose own addresses are listed by name. */
const NAMED =
	'chatgpt\\.com|gemini\\.google\\.com|claude\\.ai|chat\\.mistral\\.ai|huggingface\\.co|chat\\.deepseek\\.com|(?:www\\.)?perplexity\\.ai|duck\\.ai|(?:www\\.|graph\\.)?meta\\.ai|(?:www\\.)?poe\\.com';
const anywhere = (path: string) => new RegExp(`^https?://(?!(?:${NAMED})[:/])[^/]+(?:/[^?#]*)?${path}$`);
const asking = (asked: Asked, family: Family, address: RegExp, type?: RegExp): AskingAddress => ({
	asked,
	family,
	address,
	...(type && { type }),
});

const CLAUDE_CHAT = '/api/organizations/[^/]+/chat_conversations/[^/]+';
/** Lines of JSON, and server-sent events. */
const STREAMED = /ndjson|jsonl|event-stream/;

/** In the order in which they are tried: named hosts first. */
export const ASKING_ADDRESSES: readonly AskingAddress[] = [
	asking('prompt', 'gpt', at('chatgpt\\.com', '/backend-(?:api|anon)/(?:f/)?conversation')),
	asking('prompt', 'gemini', at('gemini\\.google\\.com', '/.*BardFrontendService/StreamGenerate')),
	asking('prompt', 'claude', at('claude\\.ai', `${CLAUDE_CHAT}/completion`)),
	asking('regeneration', 'claude', at('claude\\.ai', `${CLAUDE_CHAT}/retry_completion`)),
	// The first message also calls `message.newChat`: one prompt.
	asking('prompt', 'mistral', at('chat\\.mistral\\.ai', '/api/chat')),
	asking('prompt', 'open', at('huggingface\\.co', '/chat/conversation/[^/]+'), STREAMED),
	// An edited question is one more prompt.
	asking('prompt', 'deepseek', at('chat\\.deepseek\\.com', '/api/v0/chat/(?:completion|edit_message)')),
	asking('regeneration', 'deepseek', at('chat\\.deepseek\\.com', '/api/v0/chat/regenerate')),
	// Goes on with an answer that was stopped.
	{ ...asking('regeneration', 'deepseek', at('chat\\.deepseek\\.com', '/api/v0/chat/continue')), isUnread: true },
	asking('prompt', 'unknown', at('(?:www\\.)?perplexity\\.ai', '/rest/sse/perplexity_ask')),
	asking('prompt', 'unknown', at('(?:duck\\.ai|duckduckgo\\.com)', '/duckchat/v1/chat')),
	{ ...asking('prompt', 'unknown', at('(?:www\\.|graph\\.)?meta\\.ai', '/(?:api/)?graphql/?')), isShared: true },
	// The answer comes by a socket that is not read.
	{ ...asking('prompt', 'unknown', at('(?:www\\.)?poe\\.com', '/api/gql_POST')), isShared: true },
	// Open WebUI, and everything that speaks as OpenAI does.
	asking('prompt', 'own', anywhere('/v1/chat/completions')),
	asking('prompt', 'own', anywhere('/api/chat/completions')),
	// LibreChat; since 0.8.7 the answer comes by another request.
	asking('prompt', 'own', anywhere('/api/agents/chat/(?!(?:stream|abort|active|status)$)[^/]+')),
	asking('continuation', 'own', anywhere('/api/agents/chat/stream/[^/]+')),
	// Ollama, and chat-ui on another host than HuggingChat's.
	asking('prompt', 'own', anywhere('/api/chat'), STREAMED),
	asking('prompt', 'own', anywhere('/conversation/[^/]+'), STREAMED),
];

/** Moodle's own AI actions: the name of the service is in the query. */
const MOODLE_SERVICE = /^https?:\/\/[^?#]+\/lib\/ajax\/service\.php\?(?:[^#]*&)?info=([a-z_]+)(?:[&#]|$)/;
const MOODLE_ACTIONS = /^aiplacement_(?:courseassist_(?:summarise|explain)_text|editor_generate_text)$/;
const MOODLE_IMAGE = 'aiplacement_editor_generate_image';

/** A text's match of a pattern. The page world passes the browser's own function: pages may replace `exec`. */
export type Exec = (pattern: RegExp, text: string) => RegExpExecArray | null;

/** What a request to an address asks for, by the content type of its answer ('' where that is not known); null for any other request. */
export function askedAt(url: string, type: string, exec: Exec): AskingAddress | null {
	const address = exec(/^[^?#]*/, url)?.[0] ?? '';
	for (let index = 0; index < ASKING_ADDRESSES.length; index++) {
		const each = ASKING_ADDRESSES[index] as AskingAddress;
		if (exec(each.address, address) && (!each.type || exec(each.type, type))) return each;
	}
	const action = exec(MOODLE_SERVICE, url)?.[1];
	if (action === undefined) return null;
	if (action === MOODLE_IMAGE) return asking('image', 'unknown', MOODLE_SERVICE);
	return exec(MOODLE_ACTIONS, action) ? asking('prompt', 'unknown', MOODLE_SERVICE) : null;
}

/** Sockets on which assistants answer. */
export interface AskingSocket {
	readonly family: Family;
	readonly address: RegExp;
	/** Pattern of a sent message that is a prompt. */
	readonly prompt: RegExp;
}

export const ASKING_SOCKETS: readonly AskingSocket[] = [
	{
		family: 'gpt',
		address: /^wss?:\/\/copilot\.microsoft\.com(?::\d+)?\/c\/api\/chat$/,
		prompt: /^\s*\{[^{]*"event"\s*:\s*"send"/,
	},
	{
		family: 'gpt',
		address: /^wss?:\/\/substrate\.office\.com(?::\d+)?\/m365Copilot\/Chathub\//,
		prompt: /"target"\s*:\s*"chat"/,
	},
];

/** The socket of an assistant at this address; null for any other. */
export function socketAt(url: string, exec: Exec): AskingSocket | null {
	const address = exec(/^[^?#]*/, url)?.[0] ?? '';
	for (let index = 0; index < ASKING_SOCKETS.length; index++) {
		const each = ASKING_SOCKETS[index] as AskingSocket;
		if (exec(each.address, address)) return each;
	}
	return null;
}

/** Families by the name of a model in an answer, for fronts that may use any. DeepSeek's distilled models have the size of others. */
const FAMILY_NAMES: readonly (readonly [RegExp, Family])[] = [
	[/deepseek/i, 'own'],
	[/gpt-oss/i, 'gpt-oss'],
	[/(?:^|\/)(?:chat)?gpt-\d/i, 'gpt'],
	[/gemini/i, 'gemini'],
	[/claude/i, 'claude'],
	[/(?:mi[sx]tral|ministral|codestral|magistral|devstral)/i, 'mistral-open'],
	[/llama/i, 'llama'],
	[/qwen|qwq/i, 'qwen'],
	[/gemma/i, 'gemma'],
];

/** How publishers name the small ones: by a word, or by their billions of parameters up to 14. */
const SMALL_MODEL =
	/mini|nano|flash|haiku|small|lite|tiny|instant|gpt-oss|gemma|(?:^|[^\d.])(?:\d|1[0-4])(?:\.\d+)?b(?![a-z])/i;

/** Whether a model's name is that of a small one. The name is dropped. */
export function isSmallModel(name: string, exec: Exec): boolean {
	return exec(SMALL_MODEL, name) !== null;
}

/** The family of a model's name; `own` where it is not recognised. The name is dropped. */
export function familyOfModel(name: string, exec: Exec): Family {
	for (let index = 0; index < FAMILY_NAMES.length; index++) {
		const each = FAMILY_NAMES[index] as (typeof FAMILY_NAMES)[number];
		if (exec(each[0], name)) return each[1];
	}
	return 'own';
}
