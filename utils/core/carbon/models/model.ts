import type { Use } from '@/utils/core/carbon/use';
import type { Profile } from '@/utils/core/schema/profile';

/** A published method to estimate grams. To add one: a file, its id here, and a line in `models.ts`. */
export interface Model {
	readonly id: 'ademe' | 'swdm' | 'power';
	/** Grams of CO2e. */
	readonly estimate: (use: Use, profile: Profile) => number;
	readonly publisher: string;
	readonly year: string;
	readonly link: string;
}
