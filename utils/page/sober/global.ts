import { quietly } from '@/utils/page/world/wrap';

/**
 * Sees a library in the moment in which the page sets its global name, or at once when it is there. What `seen` returns
 * takes its place. A library that is not whole yet, so that `seen` throws, is seen when the name is set again: dash.js begins
 * with an empty object. The function returned stops waiting; the name is then as the page left it.
 */
export function whenSet(name: string, seen: (library: never) => unknown): () => void {
	const world = globalThis as unknown as Record<string, unknown>;
	const present = Object.getOwnPropertyDescriptor(world, name);
	let current: unknown;
	/** Takes in what the name was set to; true when it was seen. */
	const meet = (library: unknown): boolean => {
		let isFullyVisible = false;
		current = library;
		quietly(() => {
			if (library) current = seen(library as never) ?? library;
			isFullyVisible = Boolean(library);
		});
		return isFullyVisible;
	};
	if (present) {
		if ('value' in present && present.writable) {
			meet(present.value);
			world[name] = current;
		}
		return () => {};
	}
	const settle = () => {
		Object.defineProperty(world, name, { value: current, configurable: true, enumerable: true, writable: true });
	};
	const set = (library: unknown) => {
		if (meet(library)) settle();
	};
	Object.defineProperty(world, name, { configurable: true, get: () => current, set });
	return () => {
		if (Object.getOwnPropertyDescriptor(world, name)?.set !== set) return;
		if (current === undefined) delete world[name];
		else settle();
	};
}
