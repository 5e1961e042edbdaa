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
	const tapsOf: TapOf[] = [];
	const streams = new OwnWeakMap<object, BodyTap>();
	const readers = new OwnWeakMap<object, BodyTap>();
	const { prototype } = ReadableStream;
	const tapped = createTap();
	const lockedOf = reader(prototype, 'locked');

	afterAccess(Response.prototype, 'body', 'get', (stream: object | null, response: Response) => {
		if (!stream || streams.has(stream)) return;
		const taps: BodyTap[] = [];
		for (let index = 0; index < tapsOf.length; index++) {
			const tap = (tapsOf[index] as TapOf)(response, stream);
			if (tap) taps[taps.length] = tap;
		}
		if (taps.length > 0) streams.set(stream, together(taps));
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
				let stream = self;
				quietly(() => {
					const tap = streams.get(self);
					if (tap && !lockedOf(self) && !isLeftOpen(args)) stream = tapped(self, tap);
				});
				return invoke(native, stream, args, trap);
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
		tapsOf[tapsOf.length] = tapOf;
	};
}

/** Whether the page goes on with the stream itself when the pipe ends (`preventCancel`): it must be that very stream then. */
function isLeftOpen(args: readonly unknown[]): boolean {
	const options = args[args.length - 1];
	return (
		typeof options === 'object' && options !== null && getOwnPropertyDescriptor(options, 'preventCancel') !== undefined
	);
}

/** What makes a stream of the same chunks, which the tap gets on their way. */
function createTap(): (stream: ReadableStream, tap: BodyTap) => ReadableStream {
	const { pipeThrough } = ReadableStream.prototype;
	const NativeTransform = TransformStream;
	const enqueue = caller(TransformStreamDefaultController.prototype, 'enqueue');
	return (stream, tap) => {
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
		return apply(pipeThrough, stream, [through]);
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

function together(taps: readonly BodyTap[]): BodyTap {
	if (taps.length === 1) return taps[0] as BodyTap;
	return {
		chunk(value) {
			for (let index = 0; index < taps.length; index++) (taps[index] as BodyTap).chunk(value);
		},
		end(isComplete) {
			for (let index = 0; index < taps.length; index++) (taps[index] as BodyTap).end(isComplete);
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
