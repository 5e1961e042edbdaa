import { familyOfModel, isSmallModel } from '@/utils/core/assistants/addresses';
import type { Family } from '@/utils/core/schema/assistant-names';
import { exec } from '@/utils/page/world/natives';

const { hasOwn } = Object;
const { isArray } = Array;

/** What is counted of one answer: lengths, and nothing else of its texts. */
export class AnswerCounts {
	/** Characters of the pieces so far, and the longest of the texts that repeat what came before. */
	pieces = 0;
	whole = 0;
	/** The answer is one of an assistant, at an address that is used for everything else too. */
	isConfirmed = false;
	/** The rest of the answer comes by a way that is not read. */
	isHandedOver = false;
	/** A part of it was too long to be read. */
	isTooLong = false;
	/** It says that it is an error, or broken off by one. */
	hasFailed = false;
	/** Characters of the pieces that are reasoning. */
	reasoning = 0;
	/** The pieces to come are reasoning. */
	isReasoning = false;
	/** By the model that the answer names; null where it names none. */
	family: Family | null = null;
	isLargeModel = false;
	/** Patches (ChatGPT, DeepSeek) name the place of a piece only when it changes. */
	path = '';
	operation = '';
	/** Index of the shape that counted the last frame: the next one has mostly the same. */
	shape = 0;
	/** The last piece, until its line has been read. */
	piece = '';
	/** How a line begins and ends around its piece, where it is the same as in the line before: see `noteLine`. */
	frame: { readonly start: string; readonly end: string; readonly isReasoning: boolean } | null = null;
	/** JSON texts that were parsed, and texts that looked like JSON and were none. */
	frameCount = 0;
	failedCount = 0;
	/** Lines so far of an event whose value has several. */
	event = '';
	/** The pieces are of a message that is not the assistant's. */
	isOfOthers = false;

	/** Characters of the answer; null where its shape is not known, or a part of it was not read. */
	get characters(): number | null {
		const characters = this.whole || this.pieces;
		return characters === 0 || this.isHandedOver || this.isTooLong ? null : characters;
	}

	/** A piece of the answer. */
	add(piece: unknown): void {
		if (typeof piece !== 'string') return;
		this.pieces += piece.length;
		this.piece = piece;
	}

	/** A piece of the reasoning before the answer. */
	addReasoning(piece: unknown): void {
		if (typeof piece === 'string') this.reasoning += piece.length;
		this.add(piece);
	}

	/** The answer so far. */
	set(whole: unknown): void {
		if (typeof whole === 'string' && whole.length > this.whole) this.whole = whole.length;
	}

	noteModel(model: unknown): void {
		if (typeof model !== 'string' || this.family !== null) return;
		this.family = familyOfModel(model, exec);
		this.isLargeModel = this.family !== 'own' && !isSmallModel(model, exec);
	}
}

/** A property of a value that was parsed from JSON. Calls no getter that the page has added to the prototypes. */
export function own(value: unknown, name: string | number): unknown {
	if (typeof value !== 'object' || value === null || !hasOwn(value, name)) return undefined;
	return (value as Readonly<Record<string | number, unknown>>)[name];
}

/** The same along names. */
export function within(value: unknown, names: readonly (string | number)[]): unknown {
	let found = value;
	for (let index = 0; index < names.length; index++) found = own(found, names[index] as string | number);
	return found;
}

/** Calls `visit` with each item of a list; a single value is a list of one. */
export function each(list: unknown, visit: (item: unknown) => void): void {
	if (!isArray(list)) visit(list);
	else for (let index = 0; index < list.length; index++) visit(own(list, index));
}
