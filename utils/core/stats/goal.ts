import type { Totals } from '@/utils/core/visit/totals';
import { sumTraffic } from '@/utils/core/visit/traffic';

const BYTES_PER_MB = 1_000_000;
const HOUR_MS = 3_600_000;

/** What a goal may limit: received data, or video time. */
export const GOAL_KINDS = ['data', 'video'] as const;

export type GoalKind = (typeof GOAL_KINDS)[number];

/** A weekly limit that the learner chose. */
export interface Goal {
	readonly kind: GoalKind;
	/** Megabytes of data, or hours of video, per week; an integer of at least 1. */
	readonly weeklyAmount: number;
}

/** Greatest goals: a terabyte, and all hours of a week. */
export const MOST_WEEKLY: Readonly<Record<GoalKind, number>> = { data: 1_000_000, video: 168 };

const UNIT: Readonly<Record<GoalKind, number>> = { data: BYTES_PER_MB, video: HOUR_MS };

/** The goal in a stored value; null when it is invalid. */
export function parseGoal(stored: unknown): Goal | null {
	const { kind: name, weeklyAmount } = (stored ?? {}) as Partial<Record<keyof Goal, unknown>>;
	const kind = GOAL_KINDS.find((known) => known === name);
	if (kind === undefined || typeof weeklyAmount !== 'number' || !Number.isInteger(weeklyAmount)) return null;
	return weeklyAmount >= 1 && weeklyAmount <= MOST_WEEKLY[kind] ? { kind, weeklyAmount } : null;
}

/** A goal in bytes or milliseconds, by its kind. */
export function goalAmount({ kind, weeklyAmount }: Goal): number {
	return weeklyAmount * UNIT[kind];
}

/** The amount in some totals that a goal limits, in bytes or milliseconds. */
export function amountTowards({ kind }: Goal, { traffic, media }: Pick<Totals, 'traffic' | 'media'>): number {
	return kind === 'data' ? sumTraffic(traffic).receivedBytes : media.videoMs;
}
