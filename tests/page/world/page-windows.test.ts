// @vitest-environment happy-dom
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { hookWindows } from '@/utils/page/world/windows';
import { counted, counters } from './page-counters';

const OTHER = 'https://package.example/start';

interface HappyWindow {
	readonly happyDOM: { readonly settings: { readonly navigation: object } };
}

const open = vi.fn<typeof window.open>();

beforeAll(() => {
	vi.stubGlobal('open', open);
	hookWindows(counters);
	// Before the browser would open anything: what it opens is no matter here.
	const { navigation } = (window as unknown as HappyWindow).happyDOM.settings;
	Object.assign(navigation, { disableMainFrameNavigation: true, disableChildPageNavigation: true });
});
afterAll(() => vi.unstubAllGlobals());
afterEach(() => {
	counted.clear();
	document.body.innerHTML = '';
});

const windowCount = () => counted.get('own:window')?.count ?? 0;

describe('a window that a script opens', () => {
	it.each<[string, Parameters<typeof window.open>, boolean, number]>([
		['on another site', [OTHER], true, 1],
		['on another site, under a name', [OTHER, 'module', 'width=800'], true, 1],
		['on another site, without an opener', [OTHER, '_blank', 'noopener'], false, 1],
		['on another site, which the browser has blocked', [OTHER], false, 0],
		['in place of the page', [OTHER, '_self'], true, 0],
		['on its own site', ['/mod/scorm/player.php'], true, 0],
		['without an address', [], true, 0],
		['on no site', ['about:blank'], true, 0],
	])('%s', (_title, args, isOpened, count) => {
		open.mockReturnValue(isOpened ? window : null);
		expect(window.open(...args)).toBe(isOpened ? window : null);
		expect(open).toHaveBeenLastCalledWith(...args);
		expect(windowCount()).toBe(count);
	});
});

describe('a click on', () => {
	it.each<[string, string, MouseEventInit & { readonly type?: string }, number]>([
		// First: happy-dom follows the other links.
		['a link to its own site in a new tab', '<a href="/mod/page" target="_blank"><b>Leçon</b></a>', {}, 0],
		['a link to another site in a new tab', `<a href="${OTHER}" target="_blank"><b>Module</b></a>`, {}, 1],
		['a link to another site', `<a href="${OTHER}"><b>Module</b></a>`, {}, 0],
		['a link to another site, with Ctrl', `<a href="${OTHER}"><b>Module</b></a>`, { ctrlKey: true }, 1],
		['it with the middle button', `<a href="${OTHER}"><b>Module</b></a>`, { type: 'auxclick', button: 1 }, 1],
		[
			'it with the right button',
			`<a href="${OTHER}" target="_blank"><b>Module</b></a>`,
			{ type: 'auxclick', button: 2 },
			0,
		],
		[
			'a link that the page handles itself',
			`<a href="${OTHER}" target="_blank" onclick="return false"><b>x</b></a>`,
			{},
			0,
		],
		['a text', '<p><b>Leçon</b></p>', {}, 0],
	])('%s', (_title, html, { type = 'click', ...init }, count) => {
		document.body.innerHTML = html;
		const link = document.querySelector('a');
		if (link?.hasAttribute('onclick')) link.addEventListener('click', (event) => event.preventDefault());
		document
			.querySelector('b')
			?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, ...init }));
		expect(windowCount()).toBe(count);
	});
});
