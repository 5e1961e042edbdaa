// @vitest-environment happy-dom
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hookWindows } from '@/utils/page/world/windows';
import { counted, counters } from './page-counters';

const OTHER = 'https://package.example/start';

interface HappyWindow {
	readonly happyDOM: { setURL(url: string): void; readonly settings: { readonly navigation: object } };
}

const open = vi.fn<typeof window.open>();
let look = () => {};

/** A window that holds itself, as all but frames do. */
function newWindow(): Window {
	const opened: { top?: unknown; closed: boolean } = { closed: true };
	opened.top = opened;
	return opened as unknown as Window;
}

beforeAll(() => {
	const { happyDOM } = window as unknown as HappyWindow;
	happyDOM.setURL('https://lms.example/course');
	vi.stubGlobal('open', open);
	look = hookWindows(counters);
	// Before the browser would open anything: what it opens is no matter here.
	Object.assign(happyDOM.settings.navigation, { disableMainFrameNavigation: true, disableChildPageNavigation: true });
});
afterAll(() => vi.unstubAllGlobals());
afterEach(() => {
	counted.clear();
	document.head.innerHTML = '';
	document.body.innerHTML = '';
});

const windowCount = () => counted.get('own:window')?.count ?? 0;

describe('a window that a script opens', () => {
	const FRAME = { top: window } as unknown as Window;
	it.each<[string, Parameters<typeof window.open>, Window | null, number]>([
		['on another host', [OTHER], newWindow(), 1],
		['on another host, under a name', [OTHER, 'module', 'width=800'], newWindow(), 1],
		['on another host, under an empty name', [OTHER, '', 'width=800'], newWindow(), 1],
		['on another host, without an opener', [OTHER, '_blank', 'noopener'], null, 1],
		['on another host, without an opener and a name', [OTHER, '', 'noopener'], null, 1],
		['on another host, which the browser has blocked', [OTHER], null, 0],
		['in place of the page', [OTHER, '_self'], window, 0],
		['in place of the page, without an opener', [OTHER, '_self', 'noopener'], null, 0],
		['in a frame of the page', [OTHER, 'player'], FRAME, 0],
		['in a frame of the page, without an opener', [OTHER, 'player', 'noopener'], null, 0],
		['on its own host', ['/mod/scorm/player.php'], newWindow(), 0],
		['on its own host, by another port', ['https://lms.example:8443/player'], newWindow(), 0],
		['on its own host, by another scheme', ['http://lms.example/player'], newWindow(), 0],
		['without an address', [], newWindow(), 0],
		['on no site', ['about:blank'], newWindow(), 0],
	])('%s', (_title, args, opened, count) => {
		document.body.innerHTML = '<object name="player"></object>';
		open.mockReturnValue(opened);
		expect(window.open(...args)).toBe(opened);
		expect(open).toHaveBeenLastCalledWith(...args);
		expect(windowCount()).toBe(count);
	});
});

describe('a window that a script opens empty, or on its own host', () => {
	beforeEach(() => look());

	/** Shows its own site, or another, into which the page cannot look. */
	function windowOf(isOfOther: () => boolean, closed = false): Window {
		const document = () => {
			if (isOfOther()) throw new DOMException('Blocked a frame', 'SecurityError');
			return {};
		};
		return Object.defineProperty(Object.assign(newWindow(), { closed }), 'document', { get: document });
	}

	it.each([['about:blank'], [undefined], ['/mod/lti/launch.php']])(
		'from %s is led on to another host, once',
		(address) => {
			let isLedOn = false;
			open.mockReturnValue(windowOf(() => isLedOn));
			window.open(address);
			look();
			expect(windowCount()).toBe(0);
			isLedOn = true;
			look();
			look();
			expect(windowCount()).toBe(1);
		},
	);

	it('is closed: it shows nothing more', () => {
		let isLedOn = false;
		open.mockReturnValue(windowOf(() => isLedOn, true));
		window.open('');
		look();
		isLedOn = true;
		look();
		expect(windowCount()).toBe(0);
	});

	it('is one of a few at most', () => {
		open.mockImplementation(() => windowOf(() => true));
		for (let index = 0; index < 60; index++) window.open('');
		look();
		expect(windowCount()).toBe(50);
	});
});

describe('a click on', () => {
	const LINK = `<a href="${OTHER}" target="_blank"><b>Module</b></a>`;
	it.each<[string, string, MouseEventInit & { readonly type?: string }, number]>([
		['a link to its own host in a new tab', '<a href="/mod/page" target="_blank"><b>Leçon</b></a>', {}, 0],
		['a link to another host in a new tab', LINK, {}, 1],
		['a link to another host in a window with a name', `<a href="${OTHER}" target="module"><b>Module</b></a>`, {}, 1],
		[
			'a link to another host in a frame of the page',
			`<object name="module"></object><a href="${OTHER}" target="module"><b>Module</b></a>`,
			{},
			0,
		],
		['a link to another host', `<a href="${OTHER}"><b>Module</b></a>`, {}, 0],
		['it with Ctrl: the learner opens it', LINK, { ctrlKey: true }, 0],
		['it with Shift', LINK, { shiftKey: true }, 0],
		['it with the middle button', LINK, { type: 'auxclick', button: 1 }, 0],
		['a text', '<p><b>Leçon</b></p>', {}, 0],
	])('%s', async (_title, html, { type = 'click', ...init }, count) => {
		document.body.innerHTML = html;
		await click(type, init);
		expect(windowCount()).toBe(count);
	});

	it('a link to another host, where all links of the page open in a new tab', async () => {
		document.head.innerHTML = '<base target="_blank">';
		document.body.innerHTML = `<a href="${OTHER}"><b>Module</b></a>`;
		await click();
		expect(windowCount()).toBe(1);
	});

	it.each<[string, (event: Event) => void, number]>([
		['handles itself', (event) => event.preventDefault(), 0],
		[
			'opens itself',
			(event) => {
				event.preventDefault();
				open.mockReturnValue(newWindow());
				window.open(OTHER);
			},
			1,
		],
		['hides from the page', (event) => event.stopPropagation(), 1],
	])('a link that the page %s', async (_title, handle, count) => {
		document.body.innerHTML = LINK;
		document.body.addEventListener('click', handle, { once: true });
		await click();
		expect(windowCount()).toBe(count);
	});
});

/** Clicks on the text, and waits for the end of the task. */
async function click(type = 'click', init: MouseEventInit = {}): Promise<void> {
	document
		.querySelector('b')
		?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, ...init }));
	await sleep(0);
}
