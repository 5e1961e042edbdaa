import type { Reference } from '@/utils/core/tips/rule';
import type { LessonTotals } from './lesson';

/** The result of a rule that applies to a kind of activity. */
export interface Remark<Name extends string = string> {
	/** Bytes at stake for each view on this device; 0 where the advice is not about bytes. */
	readonly stakeBytesPerView: number;
	/** Figures of the texts, as in `Finding`. */
	readonly params: Readonly<Record<Name, number>>;
}

/** One thing that a course author may change. Its texts are `advice.<id>.title` and `.body`, hyphens as underscores. */
export interface TrainerRule<Name extends string = string> {
	readonly id: string;
	readonly references: readonly Reference[];
	/** Null when the measured totals give no reason for the advice. */
	judge(lesson: LessonTotals): Remark<Name> | null;
}
