import { quietly } from '@/utils/observe/page-world/wrap';

/**
 * Sees a library in the moment in which the page sets its global name, or at once when it is there. What `seen` returns
 * takes its place. The function returned stops waiting; the name is then as the page left it.
 */
export function whenSet(name: string, seen: (library: never) => unknown): () => void {
	const world = globalThis as unknown as Record<string, unknown>;
	const present = Object.getOwnPropertyDescriptor(world, name);
	const meet = (library: unknown): unknown => {
		let shown = library;
		quietly(() => {
			if (library) shown = seen(library as never) ?? library;
		});
		return shown;
	};
	if (present) {
		if ('value' in present && present.writable) world[name] = meet(present.value);
		return () => {};
	}
	const set = (library: unknown) => {
		Object.defineProperty(world, name, {
			value: meet(library),
			configurable: true,
			enumerable: true,
			writable: true,
		});
	};
	Object.defineProperty(world, name, { configurable: true, get: () => undefined, set });
	return () => {
		if (Object.getOwnPropertyDescriptor(world, name)?.set === set) delete world[name];
	};
}
