import type { Behaviours } from './behaviour';
import { tampered } from './tampered';

/** Pages that set traps in what every script uses, and errors that reach nobody. */
export const TRAPS: Behaviours = {
	'then on Object.prototype': tampered(() => {
		const counts: Record<string, number> = {};
		(window as unknown as { counts: typeof counts }).counts = counts;
		Object.defineProperty(Object.prototype, 'then', {
			configurable: true,
			get() {
				const key = Object.prototype.toString.call(this);
				counts[key] = (counts[key] ?? 0) + 1;
				return undefined;
			},
		});
	}, '(log) => log(JSON.stringify(window.counts, null, 1))'),
	'setters on Array.prototype': tampered(() => {
		const seen: string[] = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
		(window as unknown as { counts: typeof seen }).counts = seen;
		let count = 0;
		for (let index = 0; index < 4; index++)
			Object.defineProperty(Array.prototype, index, {
				configurable: true,
				get: () => undefined,
				set() {
					count++;
					document.title = String(count);
				},
			});
	}, '(log) => { for (let index = 0; index < 4; index++) delete Array.prototype[index]; log(document.title); }'),
	'iterators, species and constructors that count': tampered(() => {
		const counts: Record<string, number> = {};
		(window as unknown as { counts: typeof counts }).counts = counts;
		const { apply } = Reflect;
		const count = (holder: object, key: PropertyKey, name: string) => {
			const descriptor = Object.getOwnPropertyDescriptor(holder, key);
			if (!descriptor) return;
			counts[name] = 0;
			const kind = descriptor.get ? 'get' : 'value';
			const native = descriptor[kind];
			const counting = function (this: unknown, ...args: never[]) {
				counts[name] = (counts[name] ?? 0) + 1;
				return apply(native, this, args);
			};
			Object.defineProperty(holder, key, { ...descriptor, [kind]: counting });
		};
		const getter = (holder: object, key: PropertyKey, name: string) => {
			const native = (holder as Record<PropertyKey, unknown>)[key];
			counts[name] = 0;
			Object.defineProperty(holder, key, {
				configurable: true,
				get() {
					counts[name] = (counts[name] ?? 0) + 1;
					return native;
				},
			});
		};
		const iterators = [[], new Map(), new Set(), '', new FormData(), new Headers(), document.childNodes];
		for (const each of iterators as Iterable<unknown>[]) {
			const tag = Object.prototype.toString.call(each);
			count(Object.getPrototypeOf(each), Symbol.iterator, `iterator of ${tag}`);
			const iterator = Array.prototype.values.call([])[Symbol.iterator]();
			if (Array.isArray(each)) count(Object.getPrototypeOf(iterator), 'next', `next of ${tag}`);
		}
		for (const name of ['Promise', 'Map', 'Set', 'Array', 'ArrayBuffer', 'RegExp']) {
			const Class = (window as unknown as Record<string, new () => object>)[name] as new () => object;
			count(Class, Symbol.species, `species of ${name}`);
			getter(Class.prototype, 'constructor', `constructor of ${name}`);
		}
		for (const key of ['hasInstance'] as const) {
			for (const Class of [Element, HTMLScriptElement, HTMLVideoElement, Response, Blob, ArrayBuffer]) {
				const native = Function.prototype[Symbol[key]];
				counts[`${key} of ${Class.name}`] = 0;
				Object.defineProperty(Class, Symbol[key], {
					value(this: unknown, value: unknown) {
						counts[`${key} of ${Class.name}`] = (counts[`${key} of ${Class.name}`] ?? 0) + 1;
						return apply(native, this, [value]);
					},
				});
			}
		}
		for (const [Class, methods] of [
			[Element, ['closest', 'getElementsByTagName', 'setAttribute', 'querySelectorAll', 'attachShadow']],
			[Document, ['querySelector', 'querySelectorAll', 'createElement', 'getElementById', 'getElementsByTagName']],
			[Node, ['appendChild', 'contains', 'getRootNode']],
		] as const)
			for (const method of methods) count(Class.prototype, method, method);
		for (const [Class, properties] of [
			[Node, ['isConnected', 'parentNode', 'childNodes', 'baseURI', 'ownerDocument', 'nodeType']],
			[Element, ['shadowRoot', 'localName', 'tagName', 'id']],
			[Document, ['readyState', 'visibilityState', 'documentElement', 'scripts', 'currentScript']],
			[HTMLMediaElement, ['paused', 'currentTime', 'duration', 'src', 'currentSrc', 'buffered']],
			[MutationRecord, ['addedNodes', 'removedNodes', 'target']],
			[NodeList, ['length']],
		] as const)
			for (const property of properties) count(Class.prototype, property, property);
		const holder = document.createElement('div');
		document.documentElement.append(holder);
		holder.innerHTML = '<p>one<b>two</b></p><ul><li>three</li></ul>';
	}, '(log) => log(JSON.stringify(window.counts, null, 1))'),
	'everything frozen, as by lockdown of SES': tampered(() => {
		const seen = new Set<unknown>();
		const harden = (value: unknown, depth: number) => {
			if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value) || depth > 4)
				return;
			seen.add(value);
			if (value === window || value === document || value instanceof Node) return;
			for (const key of Reflect.ownKeys(value)) {
				const descriptor = Object.getOwnPropertyDescriptor(value, key) as PropertyDescriptor;
				for (const part of [descriptor.value, descriptor.get, descriptor.set]) harden(part, depth + 1);
			}
			Object.freeze(value);
		};
		for (const name of Object.getOwnPropertyNames(window)) {
			const { value } = Object.getOwnPropertyDescriptor(window, name) ?? {};
			if (typeof value === 'function' || ['JSON', 'Reflect', 'Math'].includes(name)) harden(value, 0);
		}
	}),
	'errors that nobody catches': async (log, at) => {
		const heard = (name: string, run: () => unknown) =>
			new Promise<void>((resolve) => {
				window.onerror = (message, url, line, column, error) => {
					log(name, message, typeof url, Boolean(line), typeof column, error?.name, error?.message);
					resolve();
					return true;
				};
				setTimeout(run);
			});
		await heard('WebSocket', () => new WebSocket('http://['));
		await heard('no new', () => (WebSocket as unknown as () => void)());
		await heard('send', () => new XMLHttpRequest().send());
		await heard('Request', () => new Request('http://['));
		await heard(
			'own getter',
			() =>
				new Request(at.echo, {
					get method(): never {
						throw new RangeError('own');
					},
				}),
		);
		await heard(
			'own text',
			() =>
				new WebSocket({
					toString(): never {
						throw new RangeError('own');
					},
				} as never),
		);
		await heard('receiver', () => EventTarget.prototype.addEventListener.call({} as never, 'a', null));
		await heard(
			'primitive',
			() =>
				new Request(at.echo, {
					get method(): never {
						throw 7;
					},
				}),
		);
		await heard('listener', () => {
			const request = new XMLHttpRequest();
			request.onreadystatechange = () => {
				throw new RangeError('listener');
			};
			request.open('GET', at.echo);
		});
		await heard('beacon', () => navigator.sendBeacon('http://['));
	},
};
