// @vitest-environment happy-dom
// @vitest-environment-options {"settings":{"disableIframePageLoading":true,"disableCSSFileLoading":true,"handleDisabledFileLoadingAsSuccess":true}}
import { afterEach, expect, it } from 'vitest';
import { Prefetch } from '@/utils/page/sober/effects/prefetch';

const prefetch = new Prefetch();
afterEach(() => {
	prefetch.stop();
	document.head.innerHTML = '';
});

function linkOf(rel: string): HTMLLinkElement {
	document.head.innerHTML = `<link rel="${rel}" href="/a.css">`;
	return document.head.firstElementChild as HTMLLinkElement;
}

it.each([
	['prefetch', null],
	['Prerender', null],
	['prefetch icon', 'icon'],
	['prefetch stylesheet', 'prefetch stylesheet'],
	['dns-prefetch', 'dns-prefetch'],
	['dns-prefetch prefetch', 'dns-prefetch'],
	['stylesheet', 'stylesheet'],
])('a link of %s becomes %s, and is put back', (rel, changed) => {
	const link = linkOf(rel);
	prefetch.start();
	expect(link.getAttribute('rel')).toBe(changed);
	prefetch.stop();
	expect(link.getAttribute('rel')).toBe(rel);
});

it('a link that the page has changed since stays as it is', () => {
	const link = linkOf('prefetch');
	prefetch.start();
	link.rel = 'stylesheet';
	prefetch.stop();
	expect(link.rel).toBe('stylesheet');
});

it('speculation rules that the page puts back each time stay in the end', async () => {
	let rounds = 0;
	const back = new MutationObserver(() => {
		if (document.head.childElementCount > 0 || ++rounds >= 100) return;
		const rules = document.createElement('script');
		rules.type = 'speculationrules';
		rules.textContent = '{"prefetch":[{"urls":["/next"]}]}';
		document.head.appendChild(rules);
	});
	back.observe(document.head, { childList: true });
	prefetch.start();
	document.head.appendChild(document.createElement('style')).remove();
	for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setTimeout(resolve));
	back.disconnect();
	expect(rounds).toBeGreaterThan(1);
	expect(rounds).toBeLessThan(15);
	expect(document.head.childElementCount).toBe(1);
});
