// @vitest-environment happy-dom
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { hookWindows } from '@/utils/page/world/windows';
import { counted, counters } from './page-counters';

const OTHER = 'https://package.example/start';

interface HappyWindow {
	readonly happyDOM: { setURL(url: string): void; readonly settings: { readonly navigation: object } };
}

/** Where the page's frame is. */
const frame = { href: 'https://lms.example/part' };

beforeAll(() => {
	const { happyDOM } = window as unknown as HappyWindow;
	happyDOM.setURL('https://lms.example/course');
	Object.assign(happyDOM.settings.navigation, { disableMainFrameNavigation: true, disableChildPageNavigation: true });
	// What it would load is no matter here.
	HTMLFormElement.prototype.submit = () => {};
	vi.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockReturnValue({ location: frame } as never);
	hookWindows(counters);
});
afterEach(() => {
	counted.clear();
	document.body.innerHTML = '';
});

const windowCount = () => counted.get('own:window')?.count ?? 0;
const form = (attributes: string, inner = '<button>Envoyer</button>') => `<form ${attributes}>${inner}</form>`;
const BLANK = `action="${OTHER}" target="_blank"`;

/** Submits by the button, as the browser dispatches it, and waits for the end of the task. */
async function press(): Promise<void> {
	const submitter = document.querySelector('button');
	const submit = new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter });
	document.querySelector('form')?.dispatchEvent(submit);
	await sleep(0);
}

describe('a form that a button submits', () => {
	it.each([
		['to another host in a new tab', form(BLANK), 1],
		['to another host in a window with a name', form(`action="${OTHER}" target="tool" method="post"`), 1],
		[
			'to another host in a frame of the page',
			`<object name="tool"></object>${form(`action="${OTHER}" target="tool"`)}`,
			0,
		],
		['to another host in place of the page', form(`action="${OTHER}"`), 0],
		['to its own host in a new tab', form('action="/mod/lti" target="_blank"'), 0],
		['to its own page in a new tab', form('target="_blank"'), 0],
		['to another host by its button', form('target="_blank"', `<button formaction="${OTHER}">Ouvrir</button>`), 1],
		['in a new tab by its button', form(`action="${OTHER}"`, '<button formtarget="_blank">Ouvrir</button>'), 1],
		['in place of the page by its button', form(BLANK, '<button formtarget="_self">Ouvrir</button>'), 0],
		['of a dialog', form(`${BLANK} method="dialog"`), 0],
		['of a dialog by its button', form(BLANK, '<button formmethod="dialog">Fermer</button>'), 0],
		['with a field called action', form(BLANK, '<input name="action"><button>Ouvrir</button>'), 1],
	])('%s', async (_title, html, count) => {
		document.body.innerHTML = html;
		await press();
		expect(windowCount()).toBe(count);
	});

	it('opens nothing where the page handles it itself', async () => {
		document.body.innerHTML = form(BLANK);
		document.body.addEventListener('submit', (event) => event.preventDefault(), { once: true });
		await press();
		expect(windowCount()).toBe(0);
	});
});

it.each([
	['to another host in a new tab', BLANK, 1],
	['in place of the page', `action="${OTHER}"`, 0],
])('a form that a script submits %s', (_title, attributes, count) => {
	document.body.innerHTML = form(attributes);
	document.querySelector('form')?.submit();
	expect(windowCount()).toBe(count);
});

it.each([
	['href', 1],
	['xlink:href', 1],
])('a link of a picture, by its %s', async (name, count) => {
	document.body.innerHTML = `<svg><a ${name}="${OTHER}" target="_blank"><text>Module</text></a></svg>`;
	const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
	document.querySelector('text')?.dispatchEvent(click);
	await sleep(0);
	expect(windowCount()).toBe(count);
});

it('a form in a closed shadow root opens a window too', async () => {
	const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
	root.innerHTML = form(BLANK);
	root.querySelector('form')?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
	await sleep(0);
	expect(windowCount()).toBe(1);
});

it.each([
	['shows nothing yet', 'about:blank', 1],
	['shows a page of the site, which notes it itself', 'https://lms.example/part', 0],
])('a form leads a frame to another host that %s', async (_title, href, count) => {
	document.body.innerHTML = `<iframe name="part"></iframe>${form(`action="${OTHER}" target="part"`)}`;
	frame.href = href;
	await press();
	expect(windowCount()).toBe(count);
});
