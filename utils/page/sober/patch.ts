import { quietly } from '@/utils/page/quietly';
import { bare, defineProperty, getOwnPropertyDescriptor } from '@/utils/page/world/natives';
import { type Callable, invoke, proxyOf } from '@/utils/page/world/wrap';

/** Replaces a function of the page's world by a proxy. Returns a function that restores the original. */
export function patch<Holder extends object>(
	holder: Holder,
	name: keyof Holder,
	traps: ProxyHandler<Callable>,
): () => void {
	const descriptor = getOwnPropertyDescriptor(holder, name);
	const native = holder[name] as Callable;
	if (typeof native !== 'function') return () => {};
	const handler = { ...traps };
	const value = proxyOf(native, handler);
	// A page may have frozen the holder.
	quietly(() => defineProperty(holder, name, bare({ configurable: true, writable: true, ...descriptor, value })));
	return () => {
		// If the page has wrapped our proxy meanwhile, it stays in the chain without traps.
		delete handler.apply;
		delete handler.construct;
		if (holder[name] !== (value as unknown)) return;
		quietly(() => {
			if (descriptor) defineProperty(holder, name, bare(descriptor));
			else delete holder[name];
		});
	};
}

/** Replaces the getter of a property of the page's world. Returns a function that restores the original. */
export function patchGetter<Holder extends object>(
	holder: Holder,
	name: keyof Holder,
	read: (self: Holder, native: () => unknown) => unknown,
): () => void {
	const descriptor = getOwnPropertyDescriptor(holder, name);
	if (!descriptor?.configurable || !descriptor.get) return () => {};
	const accessor = { ...descriptor, get: descriptor.get };
	const restore = patch(accessor, 'get', {
		apply: function trap(native, self: Holder, args) {
			return read(self, () => invoke(native, self, args, trap));
		},
	});
	quietly(() => defineProperty(holder, name, bare({ ...accessor })));
	return () => {
		restore();
		quietly(() => defineProperty(holder, name, bare(descriptor)));
	};
}
