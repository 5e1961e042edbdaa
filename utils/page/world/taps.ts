import { quietly } from '@/utils/page/quietly';
import {
	apply,
	bare,
	caller,
	defineProperty,
	getOwnPropertyDescriptor,
	noteResolved,
	OwnWeakMap,
	reader,
	whenResolved,
} from './natives';
import { afterAccess, afterCall, beforeCall, invoke, wrap } from './wrap';

/** Follows the body of a response while the page reads it, without keeping anything of it. */
export interface BodyTap {
	/** The page has read a chunk. */
	chunk(value: unknown): void;
	/** The page reads no more: it has read all, or has cancelled, or it broke off. May be called again. */
	end(isComplete: boolean): void;
}

/** The tap of a response whose body the page begins to read; null for none. `stream` is its body. */
export type TapOf = (response: Response, stream: object) => BodyTap | null;

/** Ways of reading a stream that the browser goes itself, without a reader of the page. */
const PIPES = ['pipeThrough', 'pipeTo', 'values'] as const;

/** Both readers have these methods. */
interface Reader {
	read(...args: never[]): unknown;
	cancel(...args: never[]): unknown;
}

/** Calls taps with what the page reads of streamed bodies, however it reads them. Returns what adds one. */
export function hookTaps(): (tapOf: TapOf) => void {
	let tapOfAll: TapOf = () => null;
	const streams = new OwnWeakMap<object, BodyTap>();
	const readers = new OwnWeakMap<object, BodyTap>();
	const { prototype } = ReadableStream;
	const openPipe = createPipes();
	const lockedOf = reader(prototype, 'locked');

	afterAccess(Response.prototype, 'body', 'get', (stream: object | null, response: Response) => {
		const tap = stream && !streams.has(stream) ? tapOfAll(response, stream) : null;
		if (stream && tap) streams.set(stream, tap);
	});
	afterCall(prototype, 'getReader', (streamReader: object, stream: object) => {
		const tap = streams.get(stream);
		if (tap) readers.set(streamReader, tap);
	});
	hookReading(ReadableStreamDefaultReader.prototype, (self) => readers.get(self));
	// Not in every browser.
	quietly(() => hookReading(ReadableStreamBYOBReader.prototype, (self) => readers.get(self)));
	for (let index = 0; index < PIPES.length; index++)
		wrap(prototype, PIPES[index] as keyof ReadableStream, {
			apply: function trap(native, self: ReadableStream, args) {
				let pipe: Pipe | undefined;
				quietly(() => {
					const tap = streams.get(self);
					if (tap && !lockedOf(self) && !isLeftOpen(args)) pipe = openPipe(tap);
				});
				const value = invoke(native, pipe?.readable ?? self, args, trap);
				// What the browser refuses leaves the page's stream as it is.
				quietly(() => pipe && lockedOf(pipe.readable) && pipe.connect(self));
				return value;
			},
		});
	afterCall(prototype, 'tee', (branches: readonly [object, object], stream: object) => {
		const tap = streams.get(stream);
		if (!tap) return;
		const ofBranch = branchTaps(tap);
		streams.set(branches[0], ofBranch());
		streams.set(branches[1], ofBranch());
	});
	quietly(() => {
		const iterator = getOwnPropertyDescriptor(prototype, Symbol.asyncIterator);
		const { value } = getOwnPropertyDescriptor(prototype, 'values') ?? {};
		if (iterator && value) defineProperty(prototype, Symbol.asyncIterator, bare({ ...iterator, value }));
	});
	return (tapOf) => {
		const before = tapOfAll;
		tapOfAll = (response, stream) => together(before(response, stream), tapOf(response, stream));
	};
}

/** Whether the page goes on with the stream itself when the pipe ends (`preventCancel`): it must be that very stream then. */
function isLeftOpen(args: readonly unknown[]): boolean {
	const options = args[args.length - 1];
	return (
		typeof options === 'object' && options !== null && getOwnPropertyDescriptor(options, 'preventCancel') !== undefined
	);
}

/** A stream of the same chunks as another, which a tap gets on their way. */
interface Pipe {
	readonly readable: ReadableStream;
	connect(source: ReadableStream): void;
}

function createPipes(): (tap: BodyTap) => Pipe {
	const { pipeTo } = ReadableStream.prototype;
	const NativeTransform = TransformStream;
	const enqueue = caller(TransformStreamDefaultController.prototype, 'enqueue');
	const readableOf = reader(TransformStream.prototype, 'readable');
	const writableOf = reader(TransformStream.prototype, 'writable');
	return (tap) => {
		const through = new NativeTransform(
			bare({
				transform(chunk: unknown, controller: TransformStreamDefaultController) {
					quietly(() => tap.chunk(chunk));
					enqueue(controller, chunk);
				},
				flush: () => quietly(() => tap.end(true)),
				cancel: () => quietly(() => tap.end(false)),
			}),
		);
		return {
			readable: readableOf(through),
			// What goes wrong with it goes wrong with the page's own end.
			connect: (source) => whenResolved(apply<Promise<void>>(pipeTo, source, [writableOf(through)]), () => {}),
		};
	};
}

function hookReading(prototype: Reader, tapOf: (self: object) => BodyTap | undefined): void {
	wrap(prototype, 'read', {
		apply: function trap(native, self: object, args) {
			const chunk = invoke<Promise<ReadableStreamReadResult<unknown>>>(native, self, args, trap);
			const tap = tapOf(self);
			if (!tap) return chunk;
			return noteResolved(
				chunk,
				({ done, value }) => quietly(() => (done ? tap.end(true) : tap.chunk(value))),
				() => quietly(() => tap.end(false)),
			);
		},
	});
	beforeCall(prototype, 'cancel', (self: object) => tapOf(self)?.end(false));
}

function together(one: BodyTap | null, other: BodyTap | null): BodyTap | null {
	if (!one || !other) return one ?? other;
	return {
		chunk(value) {
			one.chunk(value);
			other.chunk(value);
		},
		end(isComplete) {
			one.end(isComplete);
			other.end(isComplete);
		},
	};
}

/** Makes the taps of the two branches of a stream, which have the same chunks: the branch that is read first counts. */
function branchTaps(tap: BodyTap): () => BodyTap {
	let counting: BodyTap | null = null;
	return () => {
		const own: BodyTap = {
			chunk(value) {
				counting ??= own;
				if (counting === own) tap.chunk(value);
			},
			end(isComplete) {
				if ((counting ?? own) === own) tap.end(isComplete);
			},
		};
		return own;
	};
}
