import type { Behaviours } from './behaviour';

/** What a page sees of itself through observers and events, and what its workers do. */
export const WATCHED: Behaviours = {
	'what observers of the page see': async (log, at) => {
		const seen: string[] = [];
		const name = (node: Node) => node.nodeName + ((node as Element).id ?? '');
		new MutationObserver((records) => {
			for (const { type, target, attributeName, addedNodes, removedNodes } of records)
				seen.push(
					[type, name(target), attributeName, [...addedNodes].map(name), [...removedNodes].map(name)].join(' '),
				);
		}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
		class Lesson extends HTMLElement {
			static observedAttributes = ['mode', 'style', 'class'];
			constructor() {
				super();
				seen.push(`made ${this.attachShadow({ mode: 'closed' }).mode} ${this.isConnected}`);
			}
			connectedCallback() {
				seen.push('connected');
			}
			attributeChangedCallback(key: string) {
				seen.push(`attribute ${key}`);
			}
		}
		customElements.define('a-lesson', Lesson);
		await new Promise((resolve) =>
			document.readyState === 'complete' ? resolve(0) : window.addEventListener('load', resolve),
		);
		document.body.innerHTML = '<a-lesson id="one"></a-lesson><a id="link" href="#a">x</a><img id="picture" alt="">';
		document.body.append(new Lesson(), document.createElement('a-lesson'));
		for (const Observer of [ResizeObserver, IntersectionObserver])
			new Observer((entries) =>
				seen.push(`${Observer.name} ${entries.map(({ target }) => name(target)).join()}`),
			).observe(document.querySelector('#one') as Element);
		const push = history.pushState;
		history.pushState = function (...args) {
			seen.push(`push ${args.length}`);
			return push.apply(this, args);
		};
		window.addEventListener('popstate', () => seen.push('popstate'));
		window.addEventListener('hashchange', () => seen.push('hashchange'));
		history.pushState(null, '', '#b');
		document.querySelector('a')?.click();
		history.replaceState(null, '', location.pathname + location.search);
		await new Promise((resolve) => setTimeout(resolve, 400));
		log(seen.sort().join('\n'), Object.hasOwn(history, 'pushState'));
		const entries = performance
			.getEntries()
			.map(({ entryType, name: url }) => `${entryType} ${url.replace(/^.*localhost:\d+/, '')}`);
		log(
			[...new Set(entries)]
				.filter((entry) => !/long|paint|event|visib|layout|first-input|largest|element/.test(entry))
				.sort()
				.join('\n'),
		);
		log(
			Object.keys(window).sort().join(),
			document.scripts.length,
			document.styleSheets.length,
			document.adoptedStyleSheets?.length,
		);
		await fetch(at.echo);
	},

	'a frame that is left': async (log, at) => {
		const events: string[] = [];
		(window as unknown as { events: string[] }).events = events;
		const frame = document.createElement('iframe');
		frame.srcdoc = `<script>for (const type of ['pagehide', 'beforeunload', 'unload', 'visibilitychange', 'pageshow', 'load', 'DOMContentLoaded'])
			for (const target of [window, document]) target.addEventListener(type, ({ persisted }) => parent.events.push([type, target === window, persisted]));
			window.onpagehide = () => { parent.events.push('onpagehide'); navigator.sendBeacon('${at.echo}', 'bye'); };
			fetch('${at.echo}', { method: 'POST', body: 'late', keepalive: true });</script><p>lesson</p>`;
		const loaded = () => new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
		const first = loaded();
		document.documentElement.append(frame);
		await first;
		const second = loaded();
		frame.src = at.worker;
		frame.removeAttribute('srcdoc');
		await second;
		log(events.join('\n'), history.length > 0);
	},

	'workers of all kinds': async (log, at) => {
		const answer = (worker: Worker | MessagePort) =>
			new Promise((resolve) => {
				worker.onmessage = ({ data }) => resolve(data);
			});
		const code = 'self.postMessage?.([typeof document, String(fetch), String(WebSocket), self.location.protocol])';
		const blob = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
		const options = new Proxy(
			{ type: 'module' },
			{
				get(target, key) {
					log('option', String(key));
					return Reflect.get(target, key);
				},
			},
		);
		log(await answer(new Worker(blob)), await answer(new Worker(blob, options as never)));
		log(await answer(new Worker(new URL(at.worker), { type: 'module', name: 'a' })));
		const shared = URL.createObjectURL(
			new Blob(['onconnect = ({ ports: [port] }) => port.postMessage(String(fetch))'], { type: 'text/javascript' }),
		);
		if (typeof SharedWorker !== 'undefined') {
			const worker = new SharedWorker(shared, { name: 'b' });
			log(await answer(worker.port));
		}
		const failing = new Worker('data:text/javascript,throw new RangeError("inner")');
		log(
			await new Promise((resolve) => {
				failing.onerror = (event) => {
					event.preventDefault();
					resolve(event.message);
				};
			}),
		);
		try {
			log(typeof (await navigator.serviceWorker?.register('/no-such.js')));
		} catch (error) {
			log((error as Error).name, (error as Error).message.replace(/http\S+/g, ''));
		}
		for (const run of [() => structuredClone(fetch), () => structuredClone(WebSocket), () => postMessage(fetch)])
			try {
				run();
			} catch (error) {
				log((error as Error).name);
			}
	},
};
