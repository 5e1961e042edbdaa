import type { Behaviours } from './behaviour';

/** A list for each hooked interface, as web-platform-tests have them: each member, its property, and what it refuses. */
export const MEMBERS: Behaviours = {
	'each member of each hooked interface': async (log) => {
		const world = window as unknown as Record<PropertyKey, never>;
		const names = `EventTarget Function XMLHttpRequest WebSocket EventSource Request Response Headers FormData Blob URL Worker SharedWorker
			ServiceWorkerContainer Navigator RTCPeerConnection MediaDevices MediaSource HTMLMediaElement HTMLFormElement Element ReadableStream
			ReadableStreamDefaultReader ReadableStreamBYOBReader NetworkInformation Promise`;
		const text = Function.prototype.toString;
		const failure = (error: unknown) => {
			const { name, message } = error as Error;
			const names = Object.getOwnPropertyNames(error).filter((each) => each !== 'stack');
			return `${name} ${message} ${error instanceof TypeError} ${names.sort()}`;
		};
		const outcome = async (run: () => unknown) => {
			try {
				const value = run();
				return `gives ${await (value instanceof Promise ? value.then(() => 'a promise', failure) : typeof value)}`;
			} catch (error) {
				// Only V8 lets what is between the page and the browser be left out.
				const stack = navigator.userAgent.includes('Chrome') ? `${(error as Error).stack}` : '';
				return `${failure(error)} ${stack.replace(/:\d+:\d+\)?$/gm, '')}`;
			}
		};
		const foreign = () => [undefined, null, 1, 'a', Symbol.iterator, {}, [], () => {}];
		for (const name of names.split(/\s+/)) {
			const Class = world[name] as unknown as (new (...args: never[]) => object) & Record<PropertyKey, never>;
			if (!Class) continue;
			for (const holder of [Class, Class.prototype as object])
				for (const key of Reflect.ownKeys(holder)) {
					const { value, get, set, ...flags } = Object.getOwnPropertyDescriptor(holder, key) as PropertyDescriptor;
					const path = `${name}${holder === Class ? '' : '.prototype'}.${String(key)}`;
					log(path, flags, typeof value, typeof get, typeof set);
					for (const member of [value, get, set]) {
						if (typeof member !== 'function') continue;
						const keys = Reflect.ownKeys(member).map(String).sort().join();
						log(
							member.name,
							member.length,
							text.call(member),
							keys,
							Object.getPrototypeOf(member) === Function.prototype,
						);
						if (key === 'constructor') log(member === Class);
						if (holder === Class || name === 'Function' || name === 'Promise') continue;
						for (const self of [...foreign(), Object.create(Class.prototype), new Proxy({}, {})])
							log(await outcome(() => Reflect.apply(member, self, [])));
						if (!get && key !== 'constructor') log(await outcome(() => Reflect.construct(member, [])));
					}
				}
			if (name === 'Function' || name === 'Promise') continue;
			log(await outcome(() => (Class as unknown as () => void)()), await outcome(() => new Class()));
			log(await outcome(() => new Class(Symbol('a') as never)));
			const newTarget = Object.defineProperty((() => {}).bind(null), 'prototype', {
				get() {
					throw new RangeError('prototype');
				},
			});
			log(await outcome(() => Reflect.construct(Class, ['http://['], newTarget)));
			log(Object.getPrototypeOf(Reflect.construct(Object, [], Class)) === Class.prototype);
			log(Object.prototype.toString.call(Class), Object.prototype.toString.call(Class.prototype), `${Class}`);
		}
		for (const name of ['fetch', 'open', 'matchMedia', 'addEventListener']) {
			const { value, ...flags } = Object.getOwnPropertyDescriptor(window, name) ?? {};
			log(name, flags, value?.name, value?.length, `${value ?? ''}`);
			for (const self of foreign()) log(await outcome(() => Reflect.apply(world[name] as never, self, [Symbol('a')])));
			log(await outcome(() => Reflect.construct(world[name] as never, [])));
		}
	},

	'new targets, subclasses and proxies of them': async (log, at) => {
		const make: Record<string, (Class: never) => object> = {
			WebSocket: (Class) => new (Class as typeof WebSocket)(at.socket, ['a', 'b']),
			EventSource: (Class) => new (Class as typeof EventSource)(at.events),
			XMLHttpRequest: (Class) => new (Class as typeof XMLHttpRequest)(),
			Request: (Class) => new (Class as typeof Request)(at.echo),
			Response: (Class) => new (Class as typeof Response)('a'),
			FormData: (Class) => new (Class as typeof FormData)(),
			Worker: (Class) => new (Class as typeof Worker)(at.worker),
			RTCPeerConnection: (Class) => new (Class as typeof RTCPeerConnection)(),
		};
		for (const [name, create] of Object.entries(make)) {
			const Native = (window as never as Record<string, new () => object>)[name] as new () => object;
			let targets = '';
			class Own extends Native {
				readonly own = 1;
				#secret = 2;
				constructor(...args: never[]) {
					super(...(args as []));
					targets += new.target.name;
				}
				get secret() {
					return this.#secret;
				}
				get [Symbol.toStringTag]() {
					return 'Own';
				}
			}
			const wrapped = new Proxy(Native, {
				construct(target, args, newTarget) {
					targets += newTarget === wrapped;
					return Reflect.construct(target, args, newTarget);
				},
			});
			function Old(this: unknown) {}
			Object.setPrototypeOf(Old.prototype, Native.prototype);
			for (const Class of [Native, Own, wrapped, class extends Own {}]) {
				const made = create(Class as never);
				log(
					name,
					targets,
					made instanceof Native,
					made.constructor === Class,
					made.constructor.name,
					Object.getPrototypeOf(made) === Class.prototype,
				);
				log(Reflect.ownKeys(made).map(String).join(), String(made), (made as Own).secret, Symbol.for('a') in made);
				(made as unknown as { close?: () => void; terminate?: () => void }).close?.();
				(made as unknown as { close?: () => void; terminate?: () => void }).terminate?.();
			}
			const args = name === 'WebSocket' ? [at.socket] : name === 'EventSource' ? [at.events] : [at.echo];
			const old = Reflect.construct(Native, name === 'FormData' || name === 'RTCPeerConnection' ? [] : args, Old);
			log(old instanceof Native, Object.getPrototypeOf(old) === Old.prototype, old.constructor === Native);
			(old as unknown as { close?: () => void; terminate?: () => void }).close?.();
			log(
				Object.hasOwn(Native, Symbol.hasInstance),
				Native[Symbol.hasInstance as never] === Function.prototype[Symbol.hasInstance as never],
			);
			Object.assign(Native, { mark: 1 });
			log(Object.keys(Native).join(), delete (Native as never as { mark?: number }).mark, Object.keys(Native).join());
		}
	},
};
