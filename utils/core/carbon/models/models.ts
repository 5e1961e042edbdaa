import type { Profile } from '@/utils/core/carbon/profile';
import type { Use } from '@/utils/core/carbon/use';
import { ademe } from './ademe';
import type { Model } from './model';
import { power } from './power';
import { swdm } from './swdm';

/** Every model, the main one first. */
export const MODELS: readonly Model[] = [ademe, swdm, power];

/** What a model says of a use. */
export interface Opinion {
	readonly model: Model;
	/** Grams of CO2e. */
	readonly grams: number;
}

/** A use by each of some models. */
export function opinionsOn(use: Use, profile: Profile, models: readonly Model[] = MODELS): Opinion[] {
	return models.map((model) => ({ model, grams: model.estimate(use, profile) }));
}

/** A use by the models beside the main one. */
export function otherOpinions(use: Use, profile: Profile): Opinion[] {
	return opinionsOn(use, profile, MODELS.slice(1));
}
