import { brandReader, byteLengthOfView, caller, getPrototypeOf } from '@/utils/page/world/natives';

/** Bytes that are decoded at once: a long answer comes in thousands of pieces, and each call of a decoder costs more than such a piece. */
export const BATCH_BYTES = 2 ** 15;

const NativeBytes = Uint8Array;
const NativeDecoder = TextDecoder;
const decode = caller(TextDecoder.prototype, 'decode');
const typedArray = getPrototypeOf(Uint8Array.prototype) as Uint8Array;
const copyInto = caller(typedArray, 'set');
const bufferOf = brandReader<ArrayBuffer>(typedArray, 'buffer');
const kindOf = brandReader<string>(typedArray, Symbol.toStringTag);

/** Turns an answer’s bytes into text, some pieces at a time. Bytes are copied at once: the page may change them or hand them over. */
export class ByteBatch {
	readonly #decoder = new NativeDecoder();
	readonly #note: (text: string) => void;
	readonly #batchBytes: number;
	#bytes: Uint8Array | null = null;
	#usedBytes = 0;

	/** `note` gets the text. Pieces of at least `batchBytes` are not kept waiting: with 0, each of them at once. */
	constructor(note: (text: string) => void, batchBytes: number) {
		this.#note = note;
		this.#batchBytes = batchBytes;
	}

	add(view: ArrayBufferView): void {
		const most = this.#batchBytes;
		const pieceBytes = kindOf(view) === 'Uint8Array' ? byteLengthOfView(view as Uint8Array) : most;
		if (this.#usedBytes + pieceBytes > most) this.flush();
		if (pieceBytes >= most) {
			this.#decode(view);
			return;
		}
		this.#bytes ??= new NativeBytes(most);
		copyInto(this.#bytes, view as Uint8Array, this.#usedBytes);
		this.#usedBytes += pieceBytes;
	}

	/** Decodes what waits. */
	flush(): void {
		if (this.#usedBytes === 0) return;
		const waiting = new NativeBytes(bufferOf(this.#bytes) as ArrayBuffer, 0, this.#usedBytes);
		this.#usedBytes = 0;
		this.#decode(waiting);
	}

	/** Decodes what waits, and needs its memory no more: a page may keep its responses. */
	end(): void {
		this.flush();
		this.#bytes = null;
	}

	#decode(view: ArrayBufferView): void {
		this.#note(decode(this.#decoder, view as Uint8Array<ArrayBuffer>, { stream: true }));
	}
}
