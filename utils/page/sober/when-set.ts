import { quietly } from '@/utils/page/quietly';
import { bare, brandReader, getOwnPropertyDescriptor, listen, targetOf } from '@/utils/page/world/natives';

const isScript = brandReader<string>(HTMLScriptElement.prototype, 'src');

/**
 * Calls `onLibrary` with a library of a global name, at once if it is set, or when the script that sets it has run. If it
 * returns a value, that replaces the library. If it throws, the library is incomplete, and it is called again after the next
 * script. The global object stays as the page made it until then: pages test whether a name is there. The returned function
 * stops waiting.
 */
export function whenSet(name: string, onLibrary: (library: never) => unknown): () => void {
	const world = globalThis as unknown as Record<string, unknown>;
	const listening = new AbortController();
	const inspect = () => {
		const { value: library, writable } = bare(getOwnPropertyDescriptor(world, name) ?? {});
		if (!library || !writable) return;
		quietly(() => {
			const replaced = onLibrary(library as never);
			listening.abort();
			if (replaced) world[name] = replaced;
		});
	};
	const inspectAfter = (event: Event) => {
		if (isScript(targetOf(event)) !== undefined) inspect();
	};
	// `load` of a script is dispatched as soon as it has run, before the next one and the page's own listeners.
	const options = bare({ capture: true, signal: listening.signal });
	listen(document, 'load', inspectAfter, options);
	// For a library in a script without a file of its own: its first player loads a video.
	listen(document, 'loadstart', inspect, options);
	inspect();
	return () => listening.abort();
}
