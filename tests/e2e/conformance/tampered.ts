import type { Behaviour, Behaviours } from './behaviour';

/** Uses every interface once. */
const USE = async (log: (...seen: unknown[]) => void, at: Parameters<Behaviour>[1]) => {
	log(await (await fetch(at.echo, { method: 'POST', body: 'abc' })).text());
	log(await (await fetch(new Request(at.otherEcho, { method: 'POST', body: '{"a":[1]}' }))).text());
	log(JSON.stringify(await (await fetch(at.otherEcho, { method: 'POST', body: '{"a":[1]}' })).json()));
	await new Promise((resolve) => {
		const request = new XMLHttpRequest();
		request.open('POST', at.otherEcho);
		request.onload = () => resolve(log(request.responseText, request.status));
		request.send(new URLSearchParams({ a: 'b' }));
	});
	await new Promise((resolve) => {
		const socket = new WebSocket(at.socket);
		socket.onopen = () => socket.send('hello');
		socket.onmessage = ({ data }) => {
			log(data);
			socket.close();
			resolve(null);
		};
	});
	await new Promise((resolve) => {
		const source = new EventSource(at.events);
		source.addEventListener('mark', (event) => log((event as MessageEvent).data));
		source.addEventListener('end', () => resolve(source.close()));
	});
	const form = document.createElement('form');
	form.innerHTML = '<input name="a" value="b">';
	log(new FormData(form).get('a'), navigator.sendBeacon(at.echo, new FormData(form)));
	log(document.createElement('div').attachShadow({ mode: 'open' }).mode);
	const peer = new RTCPeerConnection();
	peer.close();
	document.createElement('video').load();
	const stream = new Response('12').body?.getReader();
	log((await stream?.read())?.value?.length);
};

/** A behaviour that first runs `tamper`, then uses every interface, then `report`. */
export function tampered(tamper: () => void, report = '() => {}'): Behaviour {
	return `async (log, at) => { (${tamper})(); await (${USE})(log, at); await new Promise((resolve) => setTimeout(resolve, 300)); (${report})(log); }` as never;
}

/** Pages that change what the browser gives them, and that use every interface then. */
export const TAMPERED: Behaviours = {
	'fields on Object.prototype': tampered(() => {
		const fields = ['get', 'set', 'value', 'writable', 'configurable', 'enumerable', 'apply', 'construct', 'has'];
		for (const name of [...fields, 'detail', 'bubbles', 'cancelable', 'relatedTarget', 'count', 'url', 'length'])
			(Object.prototype as never as Record<string, unknown>)[name] = 1;
	}),
	'no Reflect and no Proxy': tampered(() => {
		const world = window as unknown as Record<string, unknown>;
		for (const name of ['Reflect', 'Proxy', 'WeakMap', 'Map', 'CustomEvent', 'FocusEvent', 'TextEncoder', 'Blob'])
			delete world[name];
	}),
	'frozen classes': tampered(() => {
		for (const { prototype } of [
			WebSocket,
			EventSource,
			XMLHttpRequest,
			EventTarget,
			Response,
			Request,
			Function,
			Object,
		])
			Object.freeze(prototype);
		for (const fixed of [WebSocket, Response, Promise, Promise.prototype, Array.prototype, HTMLMediaElement.prototype])
			Object.freeze(fixed);
	}),
	'methods that count their calls': tampered(() => {
		const world = window as unknown as Record<string, Record<string, Record<string, unknown>>>;
		const counts: Record<string, number> = {};
		(window as unknown as { counts: typeof counts }).counts = counts;
		const paths = `Promise then catch;Map get set has;WeakMap get set has;WeakSet has add;Array push map filter forEach join
				values;String split indexOf startsWith replace slice;RegExp exec test;Event preventDefault;EventTarget dispatchEvent
				addEventListener removeEventListener;Headers get has;Response clone text json arrayBuffer blob;FormData forEach
				entries;URLSearchParams toString append;Blob stream arrayBuffer;TextEncoder encode;Element getAttribute;Node
				getRootNode;XMLHttpRequest getResponseHeader;Performance now getEntriesByName;Function call apply bind;Object
				hasOwnProperty valueOf;Set add has;ReadableStream pipeThrough getReader;RTCPeerConnection getStats`;
		for (const path of paths.split(';')) {
			const [name = '', ...methods] = path.trim().split(/\s+/);
			for (const method of methods) {
				const prototype = world[name]?.prototype as Record<string, unknown> | undefined;
				const native = prototype?.[method];
				if (typeof native !== 'function' || !prototype) continue;
				const key = `${name}.${method}`;
				counts[key] = 0;
				const { apply } = Reflect;
				prototype[method] = function (this: unknown, ...args: unknown[]) {
					counts[key] = (counts[key] ?? 0) + 1;
					return apply(native, this, args);
				};
			}
		}
		const getters = `Response url status headers ok type redirected;MessageEvent data origin;Event target type timeStamp;
				ProgressEvent loaded total;XMLHttpRequest status responseURL response responseText readyState;WebSocket url
				readyState extensions;EventSource url readyState;ArrayBuffer byteLength;Blob size type;CustomEvent detail;Request
				url method;URL href origin;RTCPeerConnection iceConnectionState`;
		for (const path of getters.split(';')) {
			const [name = '', ...properties] = path.trim().split(/\s+/);
			for (const property of properties) {
				const prototype = world[name]?.prototype as object | undefined;
				const descriptor = prototype && Object.getOwnPropertyDescriptor(prototype, property);
				if (!descriptor?.get) continue;
				const key = `${name}.${property}`;
				counts[key] = 0;
				const { get } = descriptor;
				const { apply } = Reflect;
				const counting = function (this: unknown) {
					counts[key] = (counts[key] ?? 0) + 1;
					return apply(get, this, []);
				};
				Object.defineProperty(prototype, property, { ...descriptor, get: counting });
			}
		}
		for (const name of ['setTimeout', 'requestIdleCallback', 'queueMicrotask']) {
			const native = (window as unknown as Record<string, (...args: unknown[]) => unknown>)[name];
			counts[name] = 0;
			(window as unknown as Record<string, unknown>)[name] = (...args: unknown[]) => {
				counts[name] = (counts[name] ?? 0) + 1;
				return native?.(...args);
			};
		}
		for (const holder of [JSON, Reflect, Object] as unknown as Record<string, unknown>[])
			for (const name of ['stringify', 'parse', 'apply', 'construct', 'keys', 'getOwnPropertyDescriptor']) {
				const native = holder[name];
				if (typeof native !== 'function') continue;
				const key = `static ${name}`;
				counts[key] = 0;
				holder[name] = (...args: never[]) => {
					counts[key] = (counts[key] ?? 0) + 1;
					return native(...args);
				};
			}
	}, '(log) => log(JSON.stringify(window.counts, null, 1))'),
	'wrappers as of an error reporter': tampered(() => {
		const world = window as unknown as Record<string, unknown>;
		const fill = (holder: Record<string, unknown>, name: string) => {
			const original = holder[name] as (...args: unknown[]) => unknown;
			const wrapped = function (this: unknown, ...args: unknown[]) {
				const result = original.apply(this, args);
				if (result instanceof Promise)
					result.then(
						(value) => value?.clone?.(),
						() => {},
					);
				return result;
			};
			wrapped.prototype = original.prototype = original.prototype || {};
			Object.defineProperty(wrapped, '__original__', { value: original });
			holder[name] = wrapped;
		};
		fill(world, 'fetch');
		fill(world, 'setTimeout');
		for (const name of ['open', 'send']) fill(XMLHttpRequest.prototype as never, name);
		for (const { prototype } of [EventTarget, WebSocket, EventSource])
			if (Object.hasOwn(prototype, 'addEventListener')) fill(prototype as never, 'addEventListener');
		const text = Function.prototype.toString;
		Function.prototype.toString = function () {
			return text.call((this as unknown as { __original__?: never }).__original__ ?? this);
		};
	}),
	'zone.js': `async (log, at) => {
		const zone = Zone.current.fork({ name: 'course', onInvokeTask(parent, _current, target, task, self, args) {
			log('task', task.type, task.source); return parent.invokeTask(target, task, self, args); } });
		await zone.run(async () => {
			await new Promise((resolve) => {
				const source = new EventSource(at.events);
				source.onmessage = ({ data }) => log('onmessage', Zone.current.name, data);
				source.addEventListener('mark', ({ data }) => log('mark', Zone.current.name, data));
				source.addEventListener('end', () => { source.close(); resolve(); });
			});
			await new Promise((resolve) => {
				const socket = new WebSocket(at.socket);
				socket.onopen = () => { log('open', Zone.current.name); socket.send('a'); };
				socket.addEventListener('message', ({ data }) => { log(Zone.current.name, data); socket.close(); resolve(); });
			});
			await new Promise((resolve) => {
				const request = new XMLHttpRequest();
				request.open('POST', at.otherEcho);
				request.onload = () => resolve(log('load', Zone.current.name, request.responseText));
				request.send('abc');
			});
			await fetch(at.echo, { method: 'POST', body: 'abc' }).then((response) => response.text()).then((text) => log(Zone.current.name, text));
			await fetch(at.otherEcho, { method: 'POST', body: '[1]' }).then((response) => response.json()).then((list) => log(Zone.current.name, list));
		});
		log(EventSource.prototype.hasOwnProperty('addEventListener'), Zone.current.name);
	}` as never,
};
