import type { PageView } from '@/utils/core/platforms/page-view';

/** The view of a document that platform detection works on. Reads the document on demand and stores nothing. */
export function createPageView(page: Document, url: string = page.location.href): PageView {
	const find = (selector: string) => page.querySelector(selector);
	return {
		url,
		has: (selectors) => selectors.split(', ').some(find),
		text: (selector) => find(selector)?.textContent ?? null,
		attribute: (selector, name) => find(selector)?.getAttribute(name) ?? null,
		inlineScriptIncludes: (text) =>
			[...page.querySelectorAll<HTMLScriptElement>('script:not([src])')].some((script) => script.text.includes(text)),
	};
}
