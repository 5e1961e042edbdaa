import type { AnswerLimits, Limits } from '@/utils/core/assistants/bounds';
import type { SharedRow } from './shared-week';

/** What AI assistants were asked, and what their answers cost, in some rows of shared exports. */
export interface GroupAnswers extends AnswerLimits {
	readonly promptCount: number;
	readonly regenerationCount: number;
	readonly imageCount: number;
	readonly unreadCount: number;
	readonly tokens: Limits;
}

/** Adds up limits one at a time. */
class LimitSum {
	#low: number | null = null;
	#high: number | null = 0;

	add(low: number | null | undefined, high: number | null | undefined): void {
		if (typeof low === 'number') this.#low = (this.#low ?? 0) + low;
		this.#high = typeof high === 'number' && this.#high !== null ? this.#high + high : null;
	}

	limits(): Limits {
		return { low: this.#low, high: this.#high };
	}
}

/** Adds up rows one at a time. Files of earlier versions say nothing of assistants, so that nothing limits what they add. */
export class AnswerSum {
	#promptCount = 0;
	#regenerationCount = 0;
	#imageCount = 0;
	#unreadCount = 0;
	readonly #tokens = new LimitSum();
	readonly #wh = new LimitSum();
	readonly #co2eGrams = new LimitSum();
	readonly #waterMl = new LimitSum();

	add({ figures }: SharedRow): void {
		this.#promptCount += figures.ai_prompts ?? 0;
		this.#regenerationCount += figures.ai_regenerations ?? 0;
		this.#imageCount += figures.ai_images ?? 0;
		this.#unreadCount += figures.ai_unread_answers ?? 0;
		this.#tokens.add(figures.ai_tokens_low, figures.ai_tokens_high);
		this.#wh.add(figures.ai_wh_low, figures.ai_wh_high);
		this.#co2eGrams.add(figures.ai_co2e_g_low, figures.ai_co2e_g_high);
		this.#waterMl.add(figures.ai_water_ml_low, figures.ai_water_ml_high);
	}

	answers(): GroupAnswers {
		return {
			promptCount: this.#promptCount,
			regenerationCount: this.#regenerationCount,
			imageCount: this.#imageCount,
			unreadCount: this.#unreadCount,
			tokens: this.#tokens.limits(),
			wh: this.#wh.limits(),
			co2eGrams: this.#co2eGrams.limits(),
			waterMl: this.#waterMl.limits(),
		};
	}
}
