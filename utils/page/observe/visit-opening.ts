import type { FrameReply } from '@/utils/core/schema/frame-messages';
import type { FrameOpen } from '@/utils/core/schema/frame-report';
import type { Reply } from '@/utils/core/schema/page-messages';
import { dayOf } from '@/utils/core/units/day';
import { sendToBackground } from '@/utils/page/messaging';
import { randomId } from './random-id';

/** The background has mostly answered much sooner. */
const LATE_ANSWER_MS = 1_000;

export type Opening = Pick<FrameOpen, 'visitId' | 'startedAtMs' | 'isAgain'>;

/** How a frame opens its visit in the background. */
export class VisitOpening {
	readonly frameId = randomId();
	readonly #isLate = document.readyState !== 'loading';
	#day = '';
	/** The opening that the next report repeats, because the background could not answer it; null for none. */
	unopened: Opening | null = null;
	/** The opening that is not answered yet; null for none. */
	#asked: Opening | null = null;
	/** The frame has reported before its opening was answered. */
	#isUnheard = false;
	/** The last one that was made. */
	#newest: Opening | null = null;
	readonly #isTop: boolean;
	readonly #onLate: () => void;

	/** `onLate` is called where the background takes long to answer. */
	constructor(isTop: boolean, onLate: () => void) {
		this.#isTop = isTop;
		this.#onLate = onLate;
	}

	/** Whether the newest opening is of the current day. */
	get isOfToday(): boolean {
		return this.#day === dayOf(new Date());
	}

	/** Whether the opening of a page, observed from its start, is not answered yet. */
	get isUnanswered(): boolean {
		return this.#asked !== null && this.#asked.visitId !== null && !this.#isLate;
	}

	/** The visit of that opening, which counts as answered from now on; null for none. */
	takeUnanswered(): string | null {
		const visitId = this.isUnanswered ? (this.#asked?.visitId ?? null) : null;
		this.#asked = null;
		this.#isUnheard = visitId !== null;
		return visitId;
	}

	/** Whether the page has frames of which nothing is known: unanswered, they do not observe. */
	get hasUnheardFrames(): boolean {
		return this.#isUnheard && window.length > 0;
	}

	make(startedAtMs: number, isAgain = false): Opening {
		this.#newest = { visitId: this.#isTop ? randomId() : null, startedAtMs: Math.round(startedAtMs), isAgain };
		return this.#newest;
	}

	/** Whether no other visit has begun since: the late reply to an older opening is of a visit that is over. */
	isNewest(opening: Opening): boolean {
		return this.#newest === opening;
	}

	async send(opening: Opening): Promise<Reply<FrameReply>> {
		this.unopened = null;
		this.#asked = opening;
		this.#day = dayOf(new Date());
		const late = setTimeout(this.#onLate, LATE_ANSWER_MS);
		const frame = { frameId: this.frameId, day: this.#day, isLate: this.#isLate };
		const reply = await sendToBackground('frame/open', { ...frame, ...opening });
		clearTimeout(late);
		this.#isUnheard = false;
		if (this.#asked === opening) this.#asked = null;
		return reply;
	}
}
