import type { Goal, GoalKind } from '@/utils/core/schema/settings';
import type { Totals } from '@/utils/core/visit/totals';
import { sumTraffic } from '@/utils/core/visit/traffic';

const BYTES_PER_MB = 1_000_000;
const HOUR_MS = 3_600_000;

const UNIT: Readonly<Record<GoalKind, number>> = { data: BYTES_PER_MB, video: HOUR_MS };

/** A goal in bytes or milliseconds, by its kind. */
export function goalAmount({ kind, weeklyAmount }: Goal): number {
	return weeklyAmount * UNIT[kind];
}

/** The amount in some totals that a goal limits, in bytes or milliseconds. */
export function amountTowards({ kind }: Goal, { traffic, media }: Pick<Totals, 'traffic' | 'media'>): number {
	return kind === 'data' ? sumTraffic(traffic).receivedBytes : media.videoMs;
}
