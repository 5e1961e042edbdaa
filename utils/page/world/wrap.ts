import { quietly } from '@/utils/page/quietly';
import {
	apply,
	bare,
	brandReader,
	captureStackTrace,
	construct,
	defineProperty,
	getOwnPropertyDescriptor,
	isIntact,
	listen,
	NativeProxy,
	OwnWeakMap,
} from './natives';

export type Callable = (...args: never[]) => unknown;
export type Args = readonly unknown[];

/** The functions that our proxies stand for. */
const originals = new OwnWeakMap<object, Callable>();
const domErrorCode = brandReader(typeof DOMException === 'undefined' ? undefined : DOMException.prototype, 'code');

/**
 * Whether an error is the browser's: without an object among the arguments, and without a class of the page for the instance, no code
 * of the page runs.
 */
function isNativeError(error: unknown, args: Args, isOwnTarget: boolean): boolean {
	if (domErrorCode(error) !== undefined) return true;
	if (!isOwnTarget) return false;
	for (let index = 0; index < args.length; index++) {
		const arg = args[index];
		if ((typeof arg === 'object' && arg !== null) || typeof arg === 'function') return false;
	}
	return true;
}

/**
 * Calls a function of the browser within a trap of ours. If it throws, the stack of its error is as without us, where the browser
 * can leave out the trap: https://v8.dev/docs/stack-trace-api#stack-trace-collection-for-custom-exceptions
 */
function attempt<Value>(run: () => Value, args: Args, trap: unknown, isOwnTarget = true): Value {
	try {
		return run();
	} catch (error) {
		quietly(() => {
			if (isNativeError(error, args, isOwnTarget)) captureStackTrace?.(error as object, trap);
		});
		throw error;
	}
}

/** Calls a function from within a trap. */
export function invoke<Value>(native: unknown, self: unknown, args: Args, trap: unknown): Value {
	return attempt(() => apply<Value>(native, self, args), args, trap);
}

/** Creates an instance from within a trap. */
export function create<Instance extends object>(
	Native: unknown,
	args: Args,
	newTarget: unknown,
	trap: unknown,
): Instance {
	const isOwnTarget = originals.has(newTarget as object);
	return attempt(() => construct(Native, args, newTarget) as Instance, args, trap, isOwnTarget);
}

/**
 * A proxy of a function. Name, length, static members, `instanceof` and `toString` stay those of the function.
 */
export function proxyOf<Function extends object>(native: Function, traps: ProxyHandler<Callable>): Function {
	hideProxies();
	const proxy = new NativeProxy(native, bare(traps) as ProxyHandler<Function>);
	originals.set(proxy, originals.get(native) ?? (native as unknown as Callable));
	return proxy;
}

/**
 * Replaces a function of the page's world by a proxy, with the flags of its property. Does nothing where it is missing or where
 * the page has frozen its holder.
 */
export function wrap<Holder extends object>(holder: Holder, name: keyof Holder, traps: ProxyHandler<Callable>): void {
	const native = holder[name] as Callable & { prototype?: object };
	if (!isIntact || typeof native !== 'function') return;
	const value = proxyOf(native, traps);
	quietly(() => {
		const descriptor = getOwnPropertyDescriptor(holder, name) ?? { configurable: true, writable: true };
		defineProperty(holder, name, bare({ ...descriptor, value }));
		if (native.prototype) defineProperty(native.prototype, 'constructor', bare({ value }));
	});
}

let areHidden = false;
/** `Function.prototype.toString` of a proxy would give no name in Chrome. */
function hideProxies(): void {
	if (areHidden) return;
	areHidden = true;
	wrap(Function.prototype, 'toString', {
		apply: function trap(native, self, args) {
			return invoke(native, originals.get(self) ?? self, args, trap);
		},
	});
}

/** Calls `note` before each call of a function of the page's world. */
export function beforeCall<Holder extends object, Self = Holder>(
	holder: Holder,
	name: keyof Holder,
	note: (self: Self, args: Args) => void,
): void {
	wrap(holder, name, {
		apply: function trap(native, self: Self, args) {
			quietly(() => note(self, args));
			return invoke(native, self, args, trap);
		},
	});
}

/** Calls `note` with each value that a function of the page's world returns. */
export function afterCall<Holder extends object, Self = Holder, Value = unknown>(
	holder: Holder,
	name: keyof Holder,
	note: (value: Value, self: Self, args: Args) => void,
): void {
	wrap(holder, name, {
		apply: function trap(native, self: Self, args) {
			const value: Value = invoke(native, self, args, trap);
			quietly(() => note(value, self, args));
			return value;
		},
	});
}

/** The same with the value that a getter (`get`) or a setter (`set`) of a class returns. */
export function afterAccess<Holder extends object, Self = Holder, Value = unknown>(
	prototype: Holder,
	name: keyof Holder,
	kind: 'get' | 'set',
	note: (value: Value, self: Self) => void,
): void {
	const descriptor = getOwnPropertyDescriptor(prototype, name);
	if (!descriptor?.[kind]) return;
	afterCall(descriptor, kind, note);
	quietly(() => defineProperty(prototype, name, bare(descriptor)));
}

/** Calls `note` with each instance that the page creates of a global class, under each of its names. */
export function afterConstruct<Instance extends object>(
	names: readonly string[],
	note: (instance: Instance, args: Args) => void,
): void {
	wrapClass(names, {
		construct: function trap(Native, args, newTarget) {
			const instance = create<Instance>(Native, args, newTarget, trap);
			quietly(() => note(instance, args));
			return instance;
		},
	});
}

/** Replaces a global class under each of its names, which stay equal. */
export function wrapClass(names: readonly string[], traps: ProxyHandler<Callable>): void {
	const world = globalThis as unknown as Record<string, unknown>;
	const name = names[0] as string;
	const native = world[name];
	wrap(world, name, traps);
	for (let index = 1; index < names.length; index++) {
		const alias = names[index] as string;
		if (world[alias] === native && native) quietly(() => defineProperty(world, alias, bare({ value: world[name] })));
	}
}

const inShadowRoots: (readonly [name: string, onEvent: (event: Event) => void])[] = [];

/** Listens to an event that does not leave a shadow tree, in each that a script attaches, closed ones too. */
export function listenInShadowRoots(name: 'submit' | 'formdata', onEvent: (event: Event) => void): void {
	inShadowRoots[inShadowRoots.length] = [name, onEvent];
	if (inShadowRoots.length > 1) return;
	afterCall(Element.prototype, 'attachShadow', (root: ShadowRoot) => {
		for (let index = 0; index < inShadowRoots.length; index++) {
			const each = inShadowRoots[index];
			if (each) listen(root, each[0], each[1], true);
		}
	});
}
