type Callable = (...args: never[]) => unknown;

/**
 * Replaces a function of the page's world by a proxy. Name, length, static members, `instanceof`, `toString` and the
 * property's flags stay those of the original.
 */
export function wrap<Holder extends object>(holder: Holder, name: keyof Holder, traps: ProxyHandler<Callable>): void {
	const native = holder[name] as Callable & { prototype?: object };
	const value = new Proxy(native, traps);
	Object.defineProperty(holder, name, { value });
	if (native.prototype) Object.defineProperty(native.prototype, 'constructor', { value });
}

/** Runs code of ours in the page, or within one of its calls, and catches its errors: the page must not notice them. */
export function quietly(run: () => void): void {
	try {
		run();
	} catch {
		// The browser lacks an interface, or the page changed one: nothing is done there.
	}
}

/** Calls `note` before each call of a function of the page's world. */
export function beforeCall<Holder extends object, Self = Holder>(
	holder: Holder,
	name: keyof Holder,
	note: (self: Self, args: readonly unknown[]) => void,
): void {
	wrap(holder, name, {
		apply(native, self: Self, args) {
			quietly(() => note(self, args));
			return Reflect.apply(native, self, args);
		},
	});
}

/** Calls `note` with each value that a function of the page's world returns. */
export function afterCall<Holder extends object, Self = Holder, Value = unknown>(
	holder: Holder,
	name: keyof Holder,
	note: (value: Value, self: Self, args: readonly unknown[]) => void,
): void {
	wrap(holder, name, {
		apply(native, self: Self, args) {
			const value: Value = Reflect.apply(native, self, args);
			quietly(() => note(value, self, args));
			return value;
		},
	});
}

/** Calls `note` with each instance that the page creates of a global class. */
export function afterConstruct<Instance extends object>(
	name: keyof typeof globalThis,
	note: (instance: Instance, args: readonly unknown[]) => void,
): void {
	wrap(globalThis, name, {
		construct(Native, args, newTarget) {
			const instance: Instance = Reflect.construct(Native, args, newTarget);
			quietly(() => note(instance, args));
			return instance;
		},
	});
}
