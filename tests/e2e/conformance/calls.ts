import type { Behaviours } from './behaviour';

/** What happens when pages use the interfaces, as themselves, through libraries, or against all custom. */
export const CALLS: Behaviours = {
	'getters of fetch and Request': async (log, at) => {
		const options = (name: string, fields: RequestInit) =>
			new Proxy(fields, {
				get(target, key, self) {
					log(name, 'get', String(key));
					return Reflect.get(target, key, self);
				},
				has: (_target, key) => Boolean(log(name, 'has', String(key))),
				ownKeys: () => {
					log(name, 'keys');
					return [];
				},
				getOwnPropertyDescriptor: (_target, key) => void log(name, 'descriptor', String(key)),
			});
		const address = (url: string) => ({ toString: () => log('text') ?? url }) as never;
		const body = { toString: () => log('body') ?? 'abc' } as never;
		log(await (await fetch(address(at.echo), options('fetch', { method: 'POST', body }))).text());
		const request = new Request(address(at.echo), options('request', { method: 'PUT', body: new Blob(['defg']) }));
		log(
			request.method,
			await (await fetch(request.clone())).text(),
			await (await fetch(request)).text(),
			request.bodyUsed,
		);
		class Own extends Request {}
		const own = new Own(at.echo, { method: 'POST', body: new URLSearchParams({ a: 'b c' }) });
		log(own instanceof Own, await (await fetch(own)).text());
		await fetch(at.echo, {
			method: 'POST',
			body: 'x',
			get signal(): never {
				throw new RangeError('mine');
			},
		}).catch(({ name, message }: Error) => log(name, message));
		log(await (await fetch(at.echo, (() => {}) as never)).text(), (await fetch(at.echo, null as never)).status);
	},

	'what is sent when the page is left': async (log, at) => {
		type Later = (url: unknown, init?: unknown) => { activated: boolean };
		const { fetchLater } = window as unknown as { fetchLater?: Later };
		log(typeof fetchLater);
		if (!fetchLater) return;
		const stop = new AbortController();
		const options = new Proxy(
			{ method: 'POST', body: 'x'.repeat(100), signal: stop.signal } as Record<PropertyKey, unknown>,
			{
				get(target, key) {
					log('get', String(key));
					return target[key];
				},
			},
		);
		const result = fetchLater(at.echo, options);
		log(String(result), result.activated, Object.keys(result));
		stop.abort();
		log(result.activated);
		for (const given of [
			['http://['],
			['data:,x'],
			[at.echo, { activateAfter: -1 }],
			[at.echo, { signal: stop.signal }],
			[],
		])
			try {
				log(typeof fetchLater(...(given as [unknown])));
			} catch (error) {
				log((error as Error).name, (error as Error).message);
			}
	},

	'XMLHttpRequest, its events and their order': async (log, at) => {
		const request = new XMLHttpRequest();
		for (const type of ['readystatechange', 'loadstart', 'load', 'abort', 'error', 'loadend', 'timeout'])
			request.addEventListener(type, () => log(type, request.readyState, request.status));
		request.addEventListener('progress', ({ loaded, total }) => log('progress', loaded, total));
		request.onload = () => log('onload', request.getAllResponseHeaders().includes('content-type'));
		const ended = () => new Promise((resolve) => request.addEventListener('loadend', resolve, { once: true }));
		for (const [method, body] of [
			['POST', 'été'],
			['GET', 'ignored'],
			['PUT', new Blob(['1234'])],
		] as const) {
			request.open({ toString: () => log('method') ?? method } as never, at.echo);
			const end = ended();
			request.send(body);
			await end;
			log(request.responseText, request.responseURL === at.echo);
		}
		request.open('POST', at.echo);
		request.responseType = 'json';
		request.send(JSON.stringify({ a: [1, { b: null }] }));
		request.abort();
		await new Promise((resolve) => setTimeout(resolve, 20));
		request.open('POST', at.otherEcho);
		const end = ended();
		request.send(JSON.stringify({ a: [1, { b: null }] }));
		await end;
		const { response } = request;
		log(JSON.stringify(response), request.response === response);
	},

	'forms and their events': async (log, at) => {
		document.write(`<body><iframe name="into"></iframe><form id="f" action="${at.echo}" target="into" method="post">
			<input name="method" value="é"><input type="file" name="work"><button name="b" value="1"></button></form>`);
		const form = document.querySelector('form') as HTMLFormElement;
		let count = 0;
		form.addEventListener('formdata', ({ formData }) => {
			log('formdata', ++count, [...formData.keys()].join());
			formData.append('added', '1');
		});
		form.addEventListener('submit', ({ submitter }) => log('submit', submitter?.localName));
		log([...new FormData(form).keys()].join(), [...new FormData().keys()].length);
		class Own extends FormData {}
		log(new Own() instanceof Own);
		const into = document.querySelector('iframe') as HTMLIFrameElement;
		const loaded = () => new Promise((resolve) => into.addEventListener('load', resolve, { once: true }));
		for (const submit of [
			() => form.querySelector('button')?.click(),
			() => HTMLFormElement.prototype.submit.call(form),
		]) {
			const load = loaded();
			submit();
			await load;
			log(into.contentDocument?.body.textContent);
		}
		const inner = into.contentDocument as Document;
		inner.body.innerHTML = `<form action="${at.echo}" method="post" enctype="multipart/form-data"><input name="a" value="b"></form>`;
		const own = inner.querySelector('form') as HTMLFormElement;
		own.addEventListener('formdata', () => log('formdata of a frame', ++count));
		const load = loaded();
		own.requestSubmit();
		await load;
		await new Promise((resolve) => setTimeout(resolve, 100));
		log(count);
	},

	'rejections that nobody handles': async (log, at) => {
		window.addEventListener('unhandledrejection', (event) => {
			event.preventDefault();
			log('unhandled', event.reason?.name, event.reason?.message);
		});
		/** Waits for it; 300 ms where the browser reports none: Chromium, of a body that is no JSON. */
		const heard = (isReported: boolean) =>
			new Promise((resolve) => {
				window.addEventListener('unhandledrejection', resolve, { once: true });
				if (!isReported) setTimeout(resolve, 300);
			});
		const noJson = async () => void (await fetch(at.otherEcho, { method: 'POST', body: '{' })).json();
		const failing = [
			() => fetch('http://localhost:1/', { method: 'POST', body: 'x' }),
			noJson,
			async () => {
				const response = await fetch(at.otherEcho, { method: 'POST', body: 'x' });
				await response.text();
				void response.text();
			},
			async () => {
				const reader = new ReadableStream({ start: (control) => control.error(new RangeError('broken')) }).getReader();
				void reader.read();
				reader.closed.catch(() => {});
			},
			() => navigator.mediaDevices.getDisplayMedia.call({} as never),
		];
		for (const fail of failing) {
			const hear = heard(fail !== noJson || navigator.userAgent.includes('Firefox'));
			void fail();
			await hear;
		}
		for (const fail of [() => navigator.mediaDevices.getDisplayMedia.call({} as never), () => new Response('{').json()])
			await fail().catch(({ name }: Error) => log('handled', name));
		await new Promise((resolve) => setTimeout(resolve, 50));
	},

	'responses read in each way': async (log, at) => {
		const post = (body: string) => fetch(at.otherEcho, { method: 'POST', body });
		const value = await (await post(JSON.stringify({ list: [1, 2], own: { text: 'é' } }))).json();
		let getterCount = 0;
		Object.defineProperty(value.own, 'late', { enumerable: true, get: () => ++getterCount });
		Object.defineProperty(Object.prototype, 'toJSON', {
			configurable: true,
			get() {
				getterCount++;
				return undefined;
			},
		});
		const response = await post('abc');
		const { body } = response;
		log(response.body === body, response.bodyUsed, response.url === at.otherEcho);
		log(await response.text(), response.bodyUsed, (await (await post('abcd')).blob()).size);
		log((await (await post('abcde')).arrayBuffer()).byteLength, await (await post('x')).clone().text());
		const reader = (await post('stream')).body?.getReader();
		for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) log(read.value.length);
		await new Promise((resolve) => setTimeout(resolve, 200));
		log(getterCount);
	},
};
