type Callable = (...args: never[]) => unknown;

/**
 * Puts a proxy in the place of a function of the page's world. Name, length, statics, `instanceof`, native code and the
 * property's own flags stay those of the original.
 */
export function wrap<Holder extends object>(holder: Holder, name: keyof Holder, traps: ProxyHandler<Callable>): void {
	const native = holder[name] as Callable & { prototype?: object };
	const value = new Proxy(native, traps);
	Object.defineProperty(holder, name, { value });
	if (native.prototype) Object.defineProperty(native.prototype, 'constructor', { value });
}

/** Runs what must not be felt by the page: whatever goes wrong stays here. */
export function quietly(run: () => void): void {
	try {
		run();
	} catch {
		// A page that lacks an interface or tampers with its own world is not counted there, and must not notice us either.
	}
}
