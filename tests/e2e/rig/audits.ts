import type { Page } from '@/tests/e2e/drivers/driver';
import type { Audit, AuditPage } from '@/utils/core/schema/audit/audit';
import type { PageMessages, Reply } from '@/utils/core/schema/page-messages';

/** What the extension answers to one of its own pages. */
export async function ask<Type extends keyof PageMessages>(
	extensionPage: Page,
	type: Type,
	request: PageMessages[Type]['request'],
): Promise<PageMessages[Type]['value']> {
	const reply = await extensionPage.evaluate(sendMessage, type, request as object);
	if (!reply.ok) throw new Error(`${type}: ${reply.error}`);
	return reply.value as PageMessages[Type]['value'];
}

/** The newest audit with all its pages. */
export async function readAudit(extensionPage: Page): Promise<{ audit: Audit; pages: readonly AuditPage[] }> {
	const [audit] = await ask(extensionPage, 'audit/list', {});
	if (!audit) throw new Error('There is no audit.');
	return { audit, pages: await readPages(extensionPage, audit.id) };
}

/** The first pages of an audit. */
export async function readPages(extensionPage: Page, id: string): Promise<readonly AuditPage[]> {
	return JSON.parse(await ask(extensionPage, 'audit/pages', { id, after: 0 }));
}

/** Runs in the extension's page. */
function sendMessage(type: string, request: object): Promise<Reply<unknown>> {
	const { chrome } = globalThis as unknown as {
		chrome: { runtime: { sendMessage(message: object): Promise<Reply<unknown>> } };
	};
	return chrome.runtime.sendMessage({ type, request });
}
