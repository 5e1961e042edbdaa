import type { ask } from '@/utils/browser/rpc';
import type { Detection } from '@/utils/core/platforms/detection';
import type { LiveVisit } from '@/utils/core/visit/visit';
import type { ProfileState } from '@/utils/settings/profile';

/** The tab that the popup speaks of. */
export interface Tab {
	readonly id: number;
	/** Null when the browser keeps it from us, as it does for its own pages. */
	readonly url: string | null;
}

/** All that the popup's model needs of the browser; tests hand in their own. */
export interface PopupServices {
	readonly ask: typeof ask;
	/** Calls back at each change of the tab's visit until the returned function is called. */
	watchTab(tabId: number, onVisit: (visit: LiveVisit | null) => void): () => void;
	findTab(): Promise<Tab | null>;
	/** Looks at the page once; null when the browser does not let us. */
	detect(tabId: number): Promise<Detection | null>;
	/** Asks the user for match patterns; must be called inside a click. */
	requestAccess(pattern: string): Promise<boolean>;
	/** Whether the browser lets us onto the pages of a match pattern. */
	hasAccess(pattern: string): Promise<boolean>;
	/** Whether every host was granted, for exact counting. */
	hasWideAccess(): Promise<boolean>;
	loadProfile(): Promise<ProfileState>;
	/** Calls back when the equipment is changed in any page, until the returned function is called. */
	watchProfile(onChange: (state: ProfileState) => void): () => void;
	/** Days on which tips were put off, by tip id. */
	loadDismissedTips(): Promise<Readonly<Record<string, string>>>;
	saveDismissedTips(dismissed: Readonly<Record<string, string>>): Promise<void>;
	reloadTab(tabId: number): void;
	/** Opens the dashboard, at its view of that hash (`#reglages`) where one is given. */
	openDashboard(hash?: string): void;
	/** The present moment. */
	now(): Date;
}
