import type { ask } from '@/utils/browser/rpc';
import type { Profile } from '@/utils/core/carbon/profile';
import type { Lrs, LrsQueue } from '@/utils/core/delivery/lrs';
import type { WeeklyPreference, WeeklyState } from '@/utils/core/delivery/weekly';
import type { Codes } from '@/utils/core/export/scope';
import type { Goal } from '@/utils/core/stats/goal';
import type { Language } from '@/utils/core/units/language';
import type { Notices } from '@/utils/settings/notices';
import type { ProfileState } from '@/utils/settings/profile';

/** All that the dashboard's model needs of the browser; tests hand in their own. */
export interface DashboardServices {
	readonly ask: typeof ask;
	loadProfile(): Promise<ProfileState>;
	/** Keeps the learner's equipment; null goes back to guessing. */
	saveProfile(profile: Profile | null): Promise<void>;
	/** Calls back when the equipment is changed in any page, until the returned function is called. */
	watchProfile(onChange: (state: ProfileState) => void): () => void;
	/** What the user wants to stay within; null while they set nothing. */
	readGoal(): Promise<Goal | null>;
	/** Keeps a goal; null goes back to none. */
	saveGoal(goal: Goal | null): Promise<void>;
	/** Calls back when the goal changes in any page, until the returned function is called. */
	watchGoal(onChange: () => void): () => void;
	/** Puts the settings back as they were at install. */
	resetSettings(): Promise<void>;
	/** Whether the browser lets us onto the pages of a match pattern. */
	hasAccess(pattern: string): Promise<boolean>;
	/** Asks the user for match patterns; must be called inside a click. */
	requestAccess(pattern: string): Promise<boolean>;
	/** Version of the extension. */
	readonly version: string;
	/** The reader's language, BCP 47: spreadsheets want their CSV in it. */
	readonly language: string;
	/** The language that the user chose; null while Sobrio follows the browser. */
	readonly chosenLanguage: Language | null;
	/** Keeps the choice and has the page speak it; null goes back to the browser's language. */
	chooseLanguage(language: Language | null): Promise<void>;
	/** Codes that stand for this install and for courses, named by `courseId`, in what is shared. */
	loadCodes(courseIds: readonly string[]): Promise<Codes>;
	/** UUIDs of this install for the statements of days, named by `statementKey`. */
	loadIds(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
	/** All settings that go into a backup, by their key. */
	readSettings(): Promise<Readonly<Record<string, unknown>>>;
	/** Puts settings of a backup back where this browser has none. */
	restoreSettings(settings: Readonly<Record<string, unknown>>): Promise<void>;
	/** The followed sites among settings of a backup, not looked at yet. */
	sitesOf(settings: Readonly<Record<string, unknown>>): readonly unknown[];
	/** Hands a file to the browser, to be saved under that name. */
	saveFile(file: Blob, name: string): void;
	/** The Learning Record Store that the user set up; null while there is none. */
	readLrs(): Promise<Lrs | null>;
	/** Keeps the store; null forgets it and all that waits for it. */
	saveLrs(lrs: Lrs | null): Promise<void>;
	readLrsQueue(): Promise<LrsQueue>;
	/** Calls back when what waits for the store changes, until the returned function is called. */
	watchLrsQueue(onChange: (queue: LrsQueue) => void): () => void;
	/** What becomes of each week that is over. */
	readWeekly(): Promise<WeeklyPreference>;
	/** Keeps what is wanted; null goes back to nothing by itself. */
	saveWeekly(preference: WeeklyPreference | null): Promise<void>;
	readWeeklyState(): Promise<WeeklyState>;
	saveWeeklyState(state: WeeklyState): Promise<void>;
	/** Calls back when either changes, until the returned function is called. */
	watchWeekly(onChange: () => void): () => void;
	/** Asks the user for the download folder; must be called inside a click. */
	requestDownloads(): Promise<boolean>;
	giveBackDownloads(): Promise<void>;
	/** What Sobrio shows by itself, outside its own pages. */
	readNotices(): Promise<Notices>;
	/** Keeps what is wanted; with a week, that one and those before it are not told of any more. */
	saveNotices(notices: Notices, nudgedWeek?: string): Promise<void>;
	/** Asks the user for notifications; must be called inside a click. */
	requestNotifications(): Promise<boolean>;
	giveBackNotifications(): Promise<void>;
	/** Gives the permission for a match pattern back. */
	giveBackAccess(pattern: string): Promise<void>;
	/** The present moment. */
	now(): Date;
}
