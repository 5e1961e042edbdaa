import { type AskingAddress, askedAt } from '@/utils/core/assistants/addresses';
import { quietly } from '@/utils/page/quietly';
import type { Counters } from '@/utils/page/world/counters';
import { apply, exec, isView, matches, now, OwnMap } from '@/utils/page/world/natives';
import { AnswerCounts } from './answer-counts';
import { BATCH_BYTES, ByteBatch } from './byte-batch';
import type { Growth, GrowthWatch } from './growth';
import { LineReader, noteWhole } from './lines';
import { noteFrame } from './shapes';

const { round } = Math;

/** JSON with more characters is read line by line. */
const MAX_JSON = 2 ** 22;
const JSON_TYPE = /^application\/json/i;

/** Names of the counters of what is asked, see `COUNTERS_EVENT`. */
const ASKED_COUNTER = { prompt: 'asked', regeneration: 'again', image: 'image' } as const;

/** Answers that are not complete. Where a site asks for everything at one address, only those that may be one of an assistant. */
const openAnswers = new OwnMap<Answer, true>();

/** Ends the answers that still come when the page is left: what was asked counts, and what came. Called before the observer listens. */
export function hookLeaving(): void {
	const end = (_: true, answer: Answer) => quietly(() => answer.end(false));
	apply(addEventListener, globalThis, ['pagehide', () => openAnswers.forEach(end)]);
}

/** One answer while it comes. Its text is counted and dropped. */
export class Answer {
	readonly asking: Pick<AskingAddress, 'asked' | 'family' | 'isShared' | 'isUnread'>;
	/** What is read of it first: a page may read a copy too. */
	source: object | null = null;
	readonly counts = new AnswerCounts();
	/** Characters of all that came, with what stands around the text. */
	receivedCharacters = 0;
	readonly #counters: Counters;
	readonly #startMs: number;
	readonly #bytes: ByteBatch;
	#growth: Growth | null = null;
	readonly #lines = new LineReader(this.counts);
	/** What came of an answer in JSON, which is one value or has its lines anywhere; null for a stream, which is read line by line. */
	#json: string | null;
	#isOver = false;
	/** The counter of what was asked, once it has begun to count. */
	#asked: string | null = null;
	/** What the counters have of it; milliseconds are whole ones. */
	#counted = { characters: 0, reasoning: 0, tookMs: 0 };

	/** `type` is the content type of the answer. */
	constructor(asking: Answer['asking'], counters: Counters, type = '', startMs = now()) {
		this.asking = asking;
		this.#counters = counters;
		this.#startMs = startMs;
		this.#json = matches(JSON_TYPE, type) ? '' : null;
		// What confirms an answer must not wait: the page may be left.
		this.#bytes = new ByteBatch((text) => this.#addText(text), asking.isShared ? 0 : BATCH_BYTES);
		this.counts.isHandedOver = asking.isUnread === true;
		if (asking.isShared) return;
		openAnswers.set(this, true);
		this.#begin();
	}

	/** What was asked counts from now on, even if its end is never heard of. */
	#begin(): void {
		const { asked, family } = this.asking;
		if (this.#asked !== null || asked === 'continuation') return;
		this.#asked = `${ASKED_COUNTER[asked]}:${family}`;
		this.#counters.begin(this.#asked);
	}

	/** True for the first that reads it. */
	isReadBy(source: object): boolean {
		this.source ??= source;
		return this.source === source;
	}

	/** It begins to come: what it adds to the page is watched, too. */
	begin(watch?: GrowthWatch): void {
		quietly(() => {
			if (!this.#isOver) this.#growth ??= watch?.begin() ?? null;
		});
	}

	addChunk(chunk: unknown): void {
		if (this.#isOver) return;
		if (isView(chunk)) this.#bytes.add(chunk);
		if (typeof chunk !== 'string') return;
		this.#bytes.flush();
		this.#addText(chunk);
	}

	#addText(text: string): void {
		this.receivedCharacters += text.length;
		if (this.#json !== null && this.#json.length + text.length <= MAX_JSON) this.#json += text;
		else {
			this.#lines.add((this.#json ?? '') + text);
			this.#json = null;
		}
		// What JSON holds is known only at its end.
		const isPossible = this.#json !== null || this.counts.isConfirmed;
		if (this.asking.isShared && isPossible) openAnswers.set(this, true);
		if (this.counts.isConfirmed) this.#begin();
	}

	/** The whole answer at once, or all that comes of it. */
	addWhole(text: unknown, isComplete = true): void {
		if (typeof text === 'string') {
			this.receivedCharacters += text.length;
			quietly(() => noteWhole(this.counts, text));
		}
		this.end(isComplete);
	}

	/** The same as the value of its JSON. */
	addValue(value: unknown): void {
		quietly(() => noteFrame(this.counts, value));
		this.end();
	}

	/** It is complete, or was stopped, at a moment of the page's clock. */
	end(isComplete = true, endMs = now()): void {
		if (this.#isOver) return;
		quietly(() => this.#bytes.end());
		this.#isOver = true;
		openAnswers.delete(this);
		this.#lines.end();
		const json = this.#json;
		if (json) quietly(() => noteWhole(this.counts, json));
		this.#json = null;
		const { asked, isShared } = this.asking;
		if (isShared && !this.counts.isConfirmed) return;
		this.#begin();
		if (this.#asked !== null) {
			this.#counters.end(this.#asked);
			this.#counters.counter(this.#asked).count++;
		}
		const { characters, isHandedOver, hasFailed } = this.counts;
		const tookMs = endMs - this.#startMs;
		const isText = asked !== 'image';
		if (characters !== null && isText) this.#count(characters, tookMs);
		this.#counters.push();
		const isShown = isText && isComplete && !isHandedOver && !hasFailed;
		// Another answer to the same prompt takes the place of the first.
		const isGrown = characters === null && isShown && asked !== 'regeneration';
		if (!isGrown) this.#growth?.drop(characters !== null);
		else
			this.#growth?.end((grown) => {
				// What came otherwise is no part of this answer.
				if (grown > this.receivedCharacters) return;
				this.#count(grown, tookMs);
				this.#counters.push();
			});
	}

	/** Adds what still came after its end, where that was only supposed. */
	countLate(): void {
		const { characters } = this.counts;
		if (!this.#isOver || characters === null || characters <= this.#counted.characters) return;
		this.#count(characters, now() - this.#startMs);
		this.#counters.push();
	}

	/** Counts its size, less what was counted of it before. */
	#count(characters: number, duration: number): void {
		const { reasoning, isLargeModel } = this.counts;
		const tookMs = round(duration);
		const before = this.#counted;
		const isFirst = before.characters === 0;
		this.#counted = { characters, reasoning, tookMs };
		const family = (this.asking.family === 'own' && this.counts.family) || this.asking.family;
		const counter = this.#counters.counter(`answer:${family}`);
		if (isFirst) counter.count++;
		counter.receivedBytes += characters - before.characters;
		counter.sentBytes += tookMs - before.tookMs;
		if (isFirst && isLargeModel) this.#counters.counter(`large:${family}`).count++;
		if (reasoning === 0) return;
		const reasoned = this.#counters.counter(`reasoned:${family}`);
		if (before.reasoning === 0) reasoned.count++;
		reasoned.receivedBytes += reasoning - before.reasoning;
	}
}

/** The answer that a response to a request brings; null where that asks for none, or was refused. */
export function answerTo(
	url: string,
	type: string,
	status: number,
	counters: Counters,
	startMs: number | undefined,
	growth?: GrowthWatch,
): Answer | null {
	const isGiven = status >= 200 && status < 300;
	const asking = isGiven ? askedAt(url, type, exec) : null;
	const answer = asking && new Answer(asking, counters, type, startMs);
	// A short value may only name the request by which the answer comes.
	if (!asking?.isShared && !matches(JSON_TYPE, type)) answer?.begin(growth);
	return answer;
}
