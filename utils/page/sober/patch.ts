type Callable = (...args: never[]) => unknown;

/** Replaces a function of the page's world by a proxy. Returns a function that restores the original. */
export function patch<Holder extends object>(
	holder: Holder,
	name: keyof Holder,
	traps: ProxyHandler<Callable>,
): () => void {
	const descriptor = Object.getOwnPropertyDescriptor(holder, name);
	const native = holder[name] as Callable;
	if (typeof native !== 'function') return () => {};
	const handler = { ...traps };
	const value = new Proxy(native, handler);
	Object.defineProperty(holder, name, { configurable: true, writable: true, ...descriptor, value });
	return () => {
		// If the page has wrapped our proxy meanwhile, it stays in the chain without traps.
		for (const trap of Object.keys(handler)) delete handler[trap as keyof typeof handler];
		if (holder[name] !== (value as unknown)) return;
		if (descriptor) Object.defineProperty(holder, name, descriptor);
		else delete holder[name];
	};
}

/** Replaces the getter of a property of the page's world. Returns a function that restores the original. */
export function patchGetter<Holder extends object>(
	holder: Holder,
	name: keyof Holder,
	read: (self: Holder, native: () => unknown) => unknown,
): () => void {
	const descriptor = Object.getOwnPropertyDescriptor(holder, name);
	const { get } = descriptor ?? {};
	if (!descriptor?.configurable || !get) return () => {};
	Object.defineProperty(holder, name, {
		...descriptor,
		get(this: Holder) {
			return read(this, () => get.call(this));
		},
	});
	return () => void Object.defineProperty(holder, name, descriptor);
}
