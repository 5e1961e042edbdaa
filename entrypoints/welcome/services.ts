import type { Profile } from '@/utils/core/carbon/profile';
import type { Language } from '@/utils/core/units/language';
import type { ProfileState } from '@/utils/settings/profile';

/** All that the welcome page's model needs of the browser; tests hand in their own. */
export interface WelcomeServices {
	/** The language that the user chose; null while Sobrio follows the browser. */
	readonly language: Language | null;
	/** Keeps the choice and has the page speak it; null goes back to the browser's language. */
	chooseLanguage(language: Language | null): Promise<void>;
	loadProfile(): Promise<ProfileState>;
	/** Keeps the learner's equipment; null goes back to guessing. */
	saveProfile(profile: Profile | null): Promise<void>;
	/** Calls back when the equipment is changed in any page, until the returned function is called. */
	watchProfile(onChange: (state: ProfileState) => void): () => void;
	/** Whether every host was granted, for exact counting. */
	hasWideAccess(): Promise<boolean>;
	/** Asks the user for every host; must be called inside a click. */
	requestWideAccess(): Promise<boolean>;
}
