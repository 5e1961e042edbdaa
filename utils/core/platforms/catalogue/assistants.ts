import type { Platform } from '@/utils/core/platforms/platform';

/** Conversations have private ids, so none is stored. */
const ASSISTANT = { course: null, activity: 'page', isFollowedOnRequest: true } as const;

/** AI assistants whose prompts can be distinguished from their other requests: see `utils/core/assistants/addresses.ts`. */
export const ASSISTANTS: readonly Platform[] = [
	{ ...ASSISTANT, name: 'ChatGPT', hosts: ['chatgpt.com'] },
	{ ...ASSISTANT, name: 'Gemini', hosts: ['gemini.google.com'] },
	{ ...ASSISTANT, name: 'Claude', hosts: ['claude.ai'] },
	{ ...ASSISTANT, name: 'Le Chat', hosts: ['chat.mistral.ai'] },
	{ ...ASSISTANT, name: 'Microsoft Copilot', hosts: ['copilot.microsoft.com'] },
	{ ...ASSISTANT, name: 'Microsoft 365 Copilot', hosts: ['m365.cloud.microsoft'] },
	{ ...ASSISTANT, name: 'HuggingChat', hosts: ['huggingface.co'], path: '/chat*' },
	{ ...ASSISTANT, name: 'DeepSeek', hosts: ['chat.deepseek.com'] },
	{ ...ASSISTANT, name: 'Perplexity', hosts: ['www.perplexity.ai'] },
	{ ...ASSISTANT, name: 'Meta AI', hosts: ['www.meta.ai'] },
	{ ...ASSISTANT, name: 'Duck.ai', hosts: ['duck.ai'] },
	{ ...ASSISTANT, name: 'Poe', hosts: ['poe.com'] },
];
