import { quietly } from '@/utils/page/world/wrap';

/**
 * Calls `onLibrary` when the page sets the global name of a library, or at once if it is set. If it returns a value, that
 * replaces the library. If it throws, the library is incomplete (dash.js starts as an empty object), and the next assignment
 * calls it again. The returned function stops waiting and leaves the name as the page set it.
 */
export function whenSet(name: string, onLibrary: (library: never) => unknown): () => void {
	const world = globalThis as unknown as Record<string, unknown>;
	const present = Object.getOwnPropertyDescriptor(world, name);
	let current: unknown;
	/** Stores what the name is set to. Returns whether `onLibrary` accepted it. */
	const accept = (library: unknown): boolean => {
		let isAccepted = false;
		current = library;
		quietly(() => {
			if (library) current = onLibrary(library as never) ?? library;
			isAccepted = Boolean(library);
		});
		return isAccepted;
	};
	if (present) {
		if ('value' in present && present.writable) {
			accept(present.value);
			world[name] = current;
		}
		return () => {};
	}
	const settle = () => {
		Object.defineProperty(world, name, { value: current, configurable: true, enumerable: true, writable: true });
	};
	const set = (library: unknown) => {
		if (accept(library)) settle();
	};
	Object.defineProperty(world, name, { configurable: true, get: () => current, set });
	return () => {
		if (Object.getOwnPropertyDescriptor(world, name)?.set !== set) return;
		if (current === undefined) delete world[name];
		else settle();
	};
}
