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

/** Runs code of ours within a call of the page, and catches its errors: the page must not notice them. */
export function quietly(run: () => void): void {
	try {
		run();
	} catch {
		// The browser lacks an interface, or the page changed one: nothing is counted there.
	}
}
