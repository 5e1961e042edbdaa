import { quietly } from '@/utils/page/quietly';
import { bodyBytes } from './body-bytes';
import { bare, brandReader, listen, NativeProxy, OwnWeakMap, reader } from './natives';
import type { Uploads } from './uploads';
import { type Args, afterCall, create, invoke, wrap, wrapClass } from './wrap';

const { get } = Reflect;

/** The options that are noted: what is sent, and what may take it back. */
type Noted = Readonly<Record<'body' | 'signal', unknown>>;

/**
 * The arguments of `fetch` or `Request`, with options that note some of them when the browser reads them: it reads each option once,
 * which may be a getter of the page.
 */
function watchOptions(args: Args, note: (name: keyof Noted, value: unknown) => void): Args {
	const init = args[1];
	if (init === null || (typeof init !== 'object' && typeof init !== 'function')) return args;
	// Not a proxy of the page's object, which may be one itself: the browser would check the two against each other.
	const options = new NativeProxy(
		bare({}),
		bare({
			get(_target: object, name: PropertyKey) {
				const value = get(init, name, init);
				if (name === 'body' || name === 'signal') note(name, value);
				return value;
			},
		}),
	);
	return [args[0], options];
}

/** Counts the bodies that `fetch` sends. */
export function hookFetches(uploads: Uploads): void {
	/** Bytes of the bodies of `Request` objects, which cannot be read later. */
	const bytesOfRequests = new OwnWeakMap<object, number>();
	const { prototype } = Response;
	const statusOf = reader(prototype, 'status');
	const redirectedOf = reader(prototype, 'redirected');
	const typeOf = reader(prototype, 'type');
	const urlOf = reader(prototype, 'url');
	const read = (response: Response) => ({
		status: statusOf(response),
		redirected: redirectedOf(response),
		type: typeOf(response),
		url: urlOf(response),
	});
	/** Calls a function with the arguments of `fetch`; returns the bytes of the body, and the signal that may abort it, too. */
	const call = <Value>(args: Args, run: (given: Args) => Value) => {
		const noted = bare<{ -readonly [Name in keyof Noted]: Noted[Name] }>({ body: undefined, signal: undefined });
		const value = run(
			watchOptions(args, (name, given) => {
				noted[name] = given;
			}),
		);
		let bytes = 0;
		quietly(() => {
			bytes = bodyBytes(noted.body) || (bytesOfRequests.get(args[0] as object) ?? 0);
		});
		return { value, bytes, signal: noted.signal };
	};
	wrapClass(['Request'], {
		construct: function trap(Native, args, newTarget) {
			const { value, bytes } = call(args, (given) => create(Native, given, newTarget, trap));
			if (bytes > 0) bytesOfRequests.set(value, bytes);
			return value;
		},
	});
	afterCall(Request.prototype, 'clone', (copy: object, request: object) => {
		const bytes = bytesOfRequests.get(request);
		if (bytes !== undefined) bytesOfRequests.set(copy, bytes);
	});
	wrap(globalThis, 'fetch', {
		apply: function trap(native, self, args) {
			const { value, bytes } = call(args, (given) => invoke<Promise<Response>>(native, self, given, trap));
			return uploads.addOfFetch(bytes, value, read);
		},
	});
	quietly(() => hookLater(uploads, call));
}

/** A body that the browser sends when the page is left, unless the page aborts it before: https://developer.mozilla.org/docs/Web/API/Window/fetchLater */
function hookLater(
	uploads: Uploads,
	call: <Value>(args: Args, run: (given: Args) => Value) => { value: Value; bytes: number; signal: unknown },
): void {
	const world = globalThis as { fetchLater?: unknown; FetchLaterResult?: { prototype: object } };
	const isSent = brandReader<boolean>(world.FetchLaterResult?.prototype, 'activated');
	const isAborted = brandReader<boolean>(AbortSignal.prototype, 'aborted');
	wrap(world, 'fetchLater', {
		apply: function trap(native, self, args) {
			const { value, bytes, signal } = call(args, (given) => invoke(native, self, given, trap));
			quietly(() => {
				uploads.add(bytes);
				if (isAborted(signal) === undefined) return;
				listen(signal as AbortSignal, 'abort', () => quietly(() => isSent(value) || uploads.takeBack(bytes)));
			});
			return value;
		},
	});
}
