import type { Profile } from '@/utils/carbon/profile';
import type { CsvDialect } from '@/utils/export/csv';
import type { ask } from '@/utils/messaging/ask';

/** The learner's equipment, and whether they said so or Sobrio guessed. */
export interface ProfileState {
	readonly profile: Profile;
	readonly isGuessed: boolean;
}

/** All that the dashboard's model needs of the browser; tests hand in their own. */
export interface DashboardServices {
	readonly ask: typeof ask;
	loadProfile(): Promise<ProfileState>;
	saveProfile(profile: Profile): Promise<void>;
	/** Puts the settings back as they were at install. */
	resetSettings(): Promise<void>;
	/** Asks the user for match patterns; must be called inside a click. */
	requestAccess(pattern: string): Promise<boolean>;
	/** Version of the extension. */
	readonly version: string;
	/** How a spreadsheet in the reader's language wants its CSV. */
	readonly csvDialect: CsvDialect;
	/** The present moment. */
	now(): Date;
}
