import type { Range } from '@/utils/core/units/range';
import { AnswerSum, type GroupAnswers } from './answer-sum';
import type { SharedRow } from './shared-week';

/** The sum of some rows of shared exports. */
export interface GroupFigures {
	readonly visitCount: number;
	readonly receivedBytes: number;
	/** At least, and at most, so many bytes were received; null where nothing limits them, as in files of earlier versions. */
	readonly lowBytes: number;
	readonly highBytes: number | null;
	/** Measured bytes / received bytes, 0 to 1; null when nothing was received. */
	readonly measuredShare: number | null;
	/** Requests of unknown size. */
	readonly unknownCount: number;
	readonly activeMs: number;
	readonly videoMs: number;
	/** The sum of each file's own range, computed for its learner's equipment. */
	readonly co2eGrams: Range;
	readonly answers: GroupAnswers;
}

/** Adds up rows one at a time. */
export class FigureSum {
	#visitCount = 0;
	#receivedBytes = 0;
	#lowBytes = 0;
	#highBytes = 0;
	#isLimited = true;
	#measuredBytes = 0;
	#unknownCount = 0;
	#activeMs = 0;
	#videoMs = 0;
	readonly #answers = new AnswerSum();
	readonly #grams = { low: 0, central: 0, high: 0 };

	/** What the largest sums come first by. */
	get receivedBytes(): number {
		return this.#receivedBytes;
	}

	add(row: SharedRow): void {
		const { figures } = row;
		const received = figures.received ?? 0;
		const measuredBytes = received * (figures.measured_share ?? 0);
		this.#visitCount += figures.visits ?? 0;
		this.#receivedBytes += received;
		this.#lowBytes += figures.received_low ?? measuredBytes;
		this.#highBytes += figures.received_high ?? 0;
		this.#isLimited &&= typeof figures.received_high === 'number';
		this.#measuredBytes += measuredBytes;
		this.#unknownCount += figures.unknown_requests ?? 0;
		this.#activeMs += figures.active ?? 0;
		this.#videoMs += figures.video ?? 0;
		this.#grams.low += figures.co2e_g_low ?? 0;
		this.#grams.central += figures.co2e_g_central ?? 0;
		this.#grams.high += figures.co2e_g_high ?? 0;
		this.#answers.add(row);
	}

	figures(): GroupFigures {
		return {
			visitCount: this.#visitCount,
			receivedBytes: this.#receivedBytes,
			lowBytes: this.#lowBytes,
			highBytes: this.#isLimited ? this.#highBytes : null,
			measuredShare: this.#receivedBytes > 0 ? Math.min(1, this.#measuredBytes / this.#receivedBytes) : null,
			unknownCount: this.#unknownCount,
			activeMs: this.#activeMs,
			videoMs: this.#videoMs,
			co2eGrams: { ...this.#grams },
			answers: this.#answers.answers(),
		};
	}
}
