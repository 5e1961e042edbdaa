import type { Profile } from '@/utils/core/carbon/profile';
import type { Use } from '@/utils/core/carbon/use';

/** A published way to get from a use to grams. One more model is one more file, its id here and a line in `models.ts`. */
export interface Model {
	readonly id: 'ademe' | 'swdm' | 'power';
	/** Grams of CO2e. */
	readonly estimate: (use: Use, profile: Profile) => number;
	readonly publisher: string;
	readonly year: string;
	readonly link: string;
}
