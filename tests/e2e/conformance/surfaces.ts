import type { Behaviours } from './behaviour';

/** What pages see of the interfaces themselves. */
export const SURFACES: Behaviours = {
	'functions and classes': (log) => {
		const world = window as unknown as Record<string, never>;
		const text = Function.prototype.toString;
		const seen = (path: string) => {
			const names = path.split('.');
			const last = names.pop() as string;
			const holder = names.reduce<Record<string, never>>((from, name) => from?.[name] as never, world);
			const descriptor = holder && Object.getOwnPropertyDescriptor(holder, last);
			if (!descriptor) return log(path, 'absent');
			const { value, get, set, ...flags } = descriptor as PropertyDescriptor;
			log(path, JSON.stringify(flags));
			for (const each of [value, get, set]) {
				if (typeof each !== 'function') continue;
				log(
					each.name,
					each.length,
					text.call(each),
					String(each),
					`${each}`,
					Object.getOwnPropertyNames(each).sort().join(),
				);
				log(each.prototype && each.prototype.constructor === each, typeof each.toString, 'prototype' in each);
			}
		};
		for (const name of [
			'fetch',
			'fetchLater',
			'Request',
			'Response',
			'FormData',
			'WebSocket',
			'EventSource',
			'Worker',
			'SharedWorker',
		])
			seen(name);
		for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'XMLHttpRequest', 'matchMedia']) seen(name);
		for (const name of ['text', 'json', 'arrayBuffer', 'blob', 'body', 'clone']) seen(`Response.prototype.${name}`);
		for (const name of ['open', 'send', 'abort', 'response', 'responseText']) seen(`XMLHttpRequest.prototype.${name}`);
		for (const name of ['play', 'load', 'src']) seen(`HTMLMediaElement.prototype.${name}`);
		for (const path of [
			'Function.prototype.toString',
			'EventTarget.prototype.addEventListener',
			'EventSource.prototype.addEventListener',
			'WebSocket.prototype.send',
			'Navigator.prototype.sendBeacon',
			'HTMLFormElement.prototype.submit',
			'Element.prototype.attachShadow',
			'MediaSource.prototype.addSourceBuffer',
			'MediaDevices.prototype.getDisplayMedia',
			'RTCPeerConnection.prototype.close',
			'ReadableStream.prototype.getReader',
			'ReadableStream.prototype.pipeThrough',
			'ReadableStream.prototype.pipeTo',
			'ReadableStream.prototype.tee',
			'ReadableStream.prototype.values',
			'ReadableStreamDefaultReader.prototype.cancel',
			'ReadableStreamDefaultReader.prototype.read',
			'ServiceWorkerContainer.prototype.register',
			'NetworkInformation.prototype.saveData',
		])
			seen(path);
		log(world.webkitRTCPeerConnection === world.RTCPeerConnection);
		const { values, [Symbol.asyncIterator]: iterate } = ReadableStream.prototype as unknown as Record<
			PropertyKey,
			unknown
		>;
		log(
			values === iterate,
			JSON.stringify(Object.getOwnPropertyDescriptor(ReadableStream.prototype, Symbol.asyncIterator)),
		);
	},

	'names of the page': (log) => {
		log(Object.getOwnPropertyNames(window).sort().join());
		for (const name of ['Hls', 'shaka', 'dashjs', 'videojs', 'Plyr', 'sobrio']) log(name, name in window);
		for (const { name, prototype } of [
			WebSocket,
			EventSource,
			XMLHttpRequest,
			EventTarget,
			Response,
			Request,
			FormData,
		])
			log(name, Object.getOwnPropertyNames(prototype).join());
		log(Object.getOwnPropertyNames(document).join(), document.documentElement.outerHTML.length);
		log(performance.getEntriesByType('resource').filter(({ name }) => name.includes('-extension:')).length);
	},

	'errors and their stacks': async (log, at) => {
		const thrown = (run: () => unknown) => {
			try {
				log('returned', typeof run());
			} catch (error) {
				const { name, message, stack = '' } = error as Error;
				log(
					name,
					message,
					error instanceof DOMException,
					stack.includes('-extension:'),
					Object.keys(error as object).join(),
				);
				log(typeof Error.captureStackTrace === 'function' && 'userAgentData' in navigator ? stack : '');
			}
		};
		thrown(() => new WebSocket('http://['));
		thrown(() => new WebSocket('ws://localhost:1/#a'));
		thrown(() => new (WebSocket as unknown as new () => WebSocket)());
		thrown(() => (WebSocket as unknown as () => void)());
		thrown(() => new WebSocket(at.socket).send('early'));
		thrown(() => new EventSource('http://['));
		thrown(() => new Request('http://['));
		thrown(() => new Worker('http://['));
		thrown(() => new FormData(1 as never));
		thrown(() => new RTCPeerConnection({ iceServers: [{ urls: 'bad:' }] }));
		thrown(() => new XMLHttpRequest().send('early'));
		thrown(() => new XMLHttpRequest().open('A B', '/'));
		thrown(() => navigator.sendBeacon('http://['));
		thrown(() => EventTarget.prototype.addEventListener.call(1 as never, 'a', null));
		thrown(() => document.createElement('input').attachShadow({ mode: 'open' }));
		thrown(() => new MediaSource().addSourceBuffer('video/none'));
		thrown(() => ReadableStream.prototype.getReader.call({}));
		thrown(() => matchMedia.call(window, Symbol('a') as never));
		thrown(() => (matchMedia as unknown as () => void)());
		for (const run of [() => fetch('http://['), () => fetch('/', { method: 'TRACE' }), () => new Response('{').json()])
			await run().catch(({ name, message, stack }: Error) => log(name, message, `${stack}`.includes('-extension:')));
		const request = new XMLHttpRequest();
		request.onreadystatechange = () => log(`${new Error().stack}`.includes('-extension:'));
		request.open('GET', at.echo);
	},

	'events that the page did not make': async (log) => {
		const dispatched: string[] = [];
		const { dispatchEvent } = EventTarget.prototype;
		EventTarget.prototype.dispatchEvent = function (event) {
			dispatched.push(event.type);
			return dispatchEvent.call(this, event);
		};
		for (const name of ['page-world', 'sober-world', 'sober-players', 'read-counters', 'counters', 'source-type'])
			for (const type of [name, `sobrio:${name}`]) window.addEventListener(type, () => log('heard', type), true);
		const offered = new FocusEvent('sobrio:page-world', {
			cancelable: true,
			relatedTarget: document.createElement('p'),
		});
		log(document.dispatchEvent(offered), document.dispatchEvent(new Event('sobrio:sober', { cancelable: true })));
		const host = document.documentElement.appendChild(document.createElement('div'));
		const root = host.attachShadow({ mode: 'closed' });
		root.addEventListener('media-found', () => log('heard'));
		const inner = root.appendChild(document.createElement('div'));
		inner.attachShadow({ mode: 'open' });
		document.createElement('video').load();
		new MediaSource();
		await new Promise((resolve) => setTimeout(resolve, 50));
		log(dispatched.join());
	},
};
