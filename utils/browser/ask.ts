import { browser } from 'wxt/browser';
import type { PageMessages, Reply } from '@/utils/core/schema/protocol';

const ATTEMPTS = 3;
const RETRY_DELAY_MS = 150;

/**
 * Asks the background one question from an extension page. Answers `no-answer` when the background cannot be reached:
 * a message that races with the stop of an idle worker fails once ("Receiving end does not exist"), so it is sent again.
 */
export async function ask<Type extends keyof PageMessages>(
	type: Type,
	request: PageMessages[Type]['request'],
): Promise<Reply<PageMessages[Type]['value']>> {
	for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
		try {
			const reply = await browser.runtime.sendMessage({ type, request });
			if (reply !== undefined) return reply as Reply<PageMessages[Type]['value']>;
		} catch {
			// The worker was going to sleep: the next attempt wakes it.
		}
		await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
	}
	return { ok: false, error: 'no-answer' };
}
