import type { Behaviours } from './behaviour';

/** What happens in frames, whenever the page takes their window, and in a document that is written anew. */
export const FRAMES: Behaviours = {
	'frames whose window is taken at once': async (log, at) => {
		const later = (ms = 30) => new Promise((resolve) => setTimeout(resolve, ms));
		const body = document.documentElement.appendChild(document.createElement('body'));
		const kinds: Record<string, (frame: HTMLIFrameElement) => void> = {
			empty: () => {},
			blank: (frame) => {
				frame.src = 'about:blank';
			},
			srcdoc: (frame) => {
				frame.srcdoc = '<p>a</p>';
			},
			script: (frame) => {
				frame.src = 'javascript:"<p>b</p>"';
			},
			own: (frame) => {
				frame.src = at.echo;
			},
			sandbox: (frame) => {
				frame.sandbox.add('allow-same-origin');
			},
		};
		for (const [kind, prepare] of Object.entries(kinds)) {
			const frame = document.createElement('iframe');
			prepare(frame);
			const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
			body.append(frame);
			const view = frame.contentWindow as Window & typeof globalThis & Record<string, unknown>;
			const inner = frame.contentDocument as Document;
			const taken = {
				fetch: view.fetch,
				XMLHttpRequest: view.XMLHttpRequest,
				open: view.XMLHttpRequest.prototype.open,
				listen: view.EventTarget.prototype.addEventListener,
				text: view.Function.prototype.toString,
				WebSocket: view.WebSocket,
			};
			const own = () => 'own';
			view.matchMedia = own as never;
			(view.Response.prototype as unknown as Record<string, unknown>).text = own;
			view.mark = 1;
			await loaded;
			await later();
			const now = frame.contentWindow as typeof view;
			const isSame = inner === frame.contentDocument;
			log(kind, isSame, now === view, now.mark);
			if (isSame) {
				log(
					now.fetch === taken.fetch,
					now.XMLHttpRequest === taken.XMLHttpRequest,
					now.XMLHttpRequest.prototype.open === taken.open,
				);
				log(
					now.EventTarget.prototype.addEventListener === taken.listen,
					now.Function.prototype.toString === taken.text,
					now.WebSocket === taken.WebSocket,
				);
				log(
					now.matchMedia === (own as never),
					(now.Response.prototype as unknown as Record<string, unknown>).text === own,
				);
			}
			log(now.Function.prototype.toString.call(now.fetch), String(now.fetch), now.fetch.name);
			log(window.length, document.querySelectorAll('iframe').length, now.document.documentElement.outerHTML.length);
			try {
				log(await (await taken.fetch.call(now, at.echo, { method: 'POST', body: 'from the frame' })).text());
			} catch (error) {
				log((error as Error).name, (error as Error).message);
			}
			try {
				const request = new taken.XMLHttpRequest();
				taken.open.call(request, 'POST', at.echo, false);
				request.send('x');
				log(request.responseText);
			} catch (error) {
				log((error as Error).name, (error as Error).message);
			}
			const { fetch: left } = now;
			const { XMLHttpRequest: LeftRequest, WebSocket: LeftSocket, Request: LeftAsk } = now;
			frame.remove();
			log(window.length);
			if (kind !== 'empty') continue;
			const attempt = async (run: () => unknown) => {
				try {
					const value = run();
					const settled =
						value instanceof Promise || (value as Promise<unknown>)?.then
							? await Promise.race([(value as Promise<Response>).then((one) => one.status), later(100)])
							: value;
					log('gives', typeof settled, String(settled));
				} catch (error) {
					log((error as Error).name, (error as Error).message);
				}
			};
			await attempt(() => left(at.echo));
			await attempt(() => left(at.echo, { method: 'POST', body: 'a' }));
			await attempt(() => {
				const request = new LeftRequest();
				request.open('POST', at.echo);
				request.send('a');
				return request.readyState;
			});
			await attempt(() => new LeftSocket(at.socket).readyState);
			await attempt(() => new LeftAsk(at.echo, { method: 'POST', body: 'a' }).method);
		}
	},

	'a document that is opened and written': async (log, at) => {
		const events: string[] = [];
		document.addEventListener('a', () => events.push('document'));
		window.addEventListener('a', () => events.push('window'));
		const { fetch: own, WebSocket: Socket } = window;
		await new Promise((resolve) =>
			document.readyState === 'complete' ? resolve(0) : window.addEventListener('load', resolve),
		);
		document.open();
		document.write(
			`<body><p>new</p><form action="${at.echo}" method="post" target="into"><input name="a" value="b"></form><iframe name="into"></iframe><script>window.ran = document.currentScript.outerHTML.length</` +
				'script>',
		);
		document.close();
		window.dispatchEvent(new Event('a'));
		document.dispatchEvent(new Event('a'));
		log(
			events.join(),
			window.fetch === own,
			window.WebSocket === Socket,
			(window as { ran?: number }).ran,
			document.documentElement.outerHTML.length,
		);
		const into = document.querySelector('iframe') as HTMLIFrameElement;
		const load = new Promise((resolve) => into.addEventListener('load', resolve));
		document.querySelector('form')?.requestSubmit();
		await load;
		log(into.contentDocument?.body.textContent, await (await fetch(at.echo, { method: 'POST', body: 'abc' })).text());
	},
};
