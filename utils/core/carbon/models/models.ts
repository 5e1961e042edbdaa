import type { Use } from '@/utils/core/carbon/use';
import type { Profile } from '@/utils/core/schema/profile';
import { ademe } from './ademe';
import type { Model } from './model';
import { power } from './power';
import { swdm } from './swdm';

/** Every model, the main one first. */
export const MODELS: readonly Model[] = [ademe, swdm, power];

export interface ModelEstimate {
	readonly model: Model;
	/** Grams of CO2e. */
	readonly grams: number;
}

export function estimateByModels(use: Use, profile: Profile, models: readonly Model[] = MODELS): ModelEstimate[] {
	return models.map((model) => ({ model, grams: model.estimate(use, profile) }));
}

/** A use estimated by each model but the main one. */
export function estimateByOtherModels(use: Use, profile: Profile): ModelEstimate[] {
	return estimateByModels(use, profile, MODELS.slice(1));
}
