import { type AnswerLimits, costLimits } from '@/utils/core/assistants/bounds';
import type { Profile } from '@/utils/core/schema/profile';
import { type Figures, figuresOf } from '@/utils/core/stats/figures';
import type { Totals } from '@/utils/core/visit/totals';

/** All that an export says of some visits. */
export interface ExportFigures extends Figures {
	/** What the answers of AI assistants cost; computed when exported and never stored. */
	readonly answers: AnswerLimits;
}

/** The figures of some totals for a learner's equipment and country. */
export function exportFigures(totals: readonly Totals[], profile: Profile): ExportFigures {
	const figures = figuresOf(totals, profile);
	return { ...figures, answers: costLimits(figures.assistants, profile.country) };
}
