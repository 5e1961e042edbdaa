import { EFFECTS, type SoberState } from '@/utils/core/sober/effects';

/** Sober mode at install. */
export const SOBER_OFF: SoberState = {
	isOn: false,
	isOnEverywhere: false,
	isManaged: false,
	limitLines: null,
	effects: EFFECTS,
	avoidedBytes: 0,
	actions: [],
	cappableCount: 0,
	isStuck: false,
};
