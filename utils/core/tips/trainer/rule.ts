import type { Reference } from '@/utils/core/tips/rule';
import type { Format } from '@/utils/core/units/format';
import type { Kind } from '@/utils/core/visit/kind';
import type { LessonTotals } from './lesson';

/** What a rule found in a kind of activity. */
export interface Remark<Name extends string = string> {
	/** Bytes at stake at each view on this device; 0 where the matter is not bytes by itself. */
	readonly stakeBytesPerView: number;
	readonly params: Readonly<Record<Name, number>>;
}

/** One thing that who makes the course may change. Its texts are `advice.<id>.title` and `.body`, hyphens as underscores. */
export interface TrainerRule<Name extends string = string> {
	readonly id: string;
	readonly references: readonly Reference[];
	/** Null when the measured totals give no reason for it. */
	judge(lesson: LessonTotals): Remark<Name> | null;
	/** Substitutions of both texts, `$1` first. */
	words(params: Readonly<Record<Name, number>>, format: Format): readonly string[];
}

/** Known bytes that all views received of some kinds. */
export function bytesOf({ traffic }: LessonTotals, kinds: readonly Kind[]): number {
	const received = kinds.flatMap((kind) => traffic.received[kind] ?? []);
	return received.reduce((sum, kind) => sum + kind.measuredBytes + kind.estimatedBytes, 0);
}

/** Requests of some kinds, over all views. */
export function requestsOf({ traffic }: LessonTotals, kinds: readonly Kind[]): number {
	return kinds.flatMap((kind) => traffic.received[kind] ?? []).reduce((sum, { requestCount }) => sum + requestCount, 0);
}
