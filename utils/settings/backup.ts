import { browser } from '@/utils/browser/browser';
import type { Stored } from '@/utils/browser/storage-item';
import { parseFollowedSites, parseSecret } from '@/utils/core/schema/settings';
import { acceptAssistants } from './assistants';
import { acceptDismissedTips } from './dismissed-tips';
import { acceptGoal } from './goal';
import { acceptLanguage } from './language';
import { acceptNotices } from './notices';
import { acceptPauses } from './pauses';
import { acceptProfile } from './profile';
import { adoptSecret, readStoredSecret } from './pseudonyms';
import { acceptSoberMode } from './sober-mode';
import { acceptWeekly } from './weekly';

/** Reads each setting of a backup, in the order of the file. */
const ACCEPT = {
	profile: acceptProfile,
	language: acceptLanguage,
	dismissedTips: acceptDismissedTips,
	soberMode: acceptSoberMode,
	weekly: acceptWeekly,
	notices: acceptNotices,
	pauses: acceptPauses,
	goal: acceptGoal,
	assistants: acceptAssistants,
} as const;

/** Key of a setting in a backup. */
export type SettingName = keyof typeof ACCEPT;

const NAMES = Object.keys(ACCEPT) as readonly SettingName[];
const SECRET = 'exportSecret';
/** Restored by the background, which alone can follow a site. */
const SITES = 'followedSites';
const KEYS = [...NAMES, SECRET, SITES];
/** Longer than any setting; the browsers store 5 or 10 MB for all of them. */
const MAX_SETTING_LENGTH = 100_000;

/** Settings as stored, by their key; those of a file are unchecked. */
export type StoredSettings = Readonly<Record<string, unknown>>;

/** A list or table without members counts as none. */
function isEmpty(stored: unknown): boolean {
	const { value } = (stored ?? {}) as { readonly value?: unknown };
	return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** All settings that go into a backup, as stored; those never set are absent. */
export async function readSettings(): Promise<StoredSettings> {
	const stored: StoredSettings = await browser.storage.local.get(null);
	const secret = await readStoredSecret();
	const all: StoredSettings = { ...stored, ...(secret !== null && { [SECRET]: { version: 1, value: secret } }) };
	const keys = KEYS.filter((key) => key in all && !isEmpty(all[key]));
	return Object.fromEntries(keys.map((key) => [key, all[key]]));
}

/** What a backup would set here, where nothing is set yet. */
export interface SettingsPreview {
	readonly names: readonly SettingName[];
	/** It makes a file of each week automatically, which only the user may choose. */
	readonly hasWeekly: boolean;
	/** It has another secret for the codes in shared exports, which only the user may choose. */
	readonly hasSecret: boolean;
}

/** The user's choice of what is never restored silently. */
export type SettingsChoice = Readonly<Record<'weekly' | 'secret', boolean>>;

/** The valid settings of a backup that are not set here. */
async function newSettings(settings: StoredSettings): Promise<ReadonlyMap<SettingName, Stored>> {
	const stored: StoredSettings = await browser.storage.local.get(null);
	const found = new Map<SettingName, Stored>();
	for (const name of NAMES) {
		const accepted = Object.hasOwn(settings, name) ? ACCEPT[name](settings[name]) : null;
		const isLong = JSON.stringify(accepted).length > MAX_SETTING_LENGTH;
		if (accepted && !isLong && (!(name in stored) || isEmpty(stored[name]))) found.set(name, accepted);
	}
	return found;
}

function isAutomatic(weekly: Stored | undefined): boolean {
	return (weekly?.value as { isOn?: boolean } | undefined)?.isOn === true;
}

/** The secret in a backup where it is another than here; null otherwise. */
async function newSecret(settings: StoredSettings): Promise<string | null> {
	const stored = Object.hasOwn(settings, SECRET) ? settings[SECRET] : null;
	const secret = parseSecret((stored as Partial<Stored> | null)?.value);
	return secret === (await readStoredSecret()) ? null : secret;
}

/** What the settings of a backup would change. */
export async function previewSettings(settings: StoredSettings): Promise<SettingsPreview> {
	const found = await newSettings(settings);
	const hasWeekly = isAutomatic(found.get('weekly'));
	const names = [...found.keys()].filter((name) => name !== 'weekly' || !hasWeekly);
	return { names, hasWeekly, hasSecret: (await newSecret(settings)) !== null };
}

/** What was set, and the secret that was replaced, with the new one; undefined where it stayed. */
export interface SettingsChange {
	readonly written: StoredSettings;
	readonly secret?: { readonly before: string | null; readonly after: string };
}

/** Restores settings of a backup where this browser has none; those set here since stay. Rejects when the browser cannot store them. */
export async function restoreSettings(settings: StoredSettings, choice: SettingsChoice): Promise<SettingsChange> {
	const found = [...(await newSettings(settings))];
	const written = Object.fromEntries(
		found.filter(([name, each]) => name !== 'weekly' || choice.weekly || !isAutomatic(each)),
	);
	const secret = choice.secret ? await newSecret(settings) : null;
	await browser.storage.local.set(written);
	if (secret === null) return { written };
	const before = await readStoredSecret();
	await adoptSecret(secret);
	return { written, secret: { before, after: secret } };
}

/** Undoes that, except for what was changed or erased since. */
export async function undoSettings({ written, secret }: SettingsChange): Promise<void> {
	const stored: StoredSettings = await browser.storage.local.get(null);
	const isSame = (key: string) => JSON.stringify(stored[key]) === JSON.stringify(written[key]);
	// They were restored where none were set.
	await browser.storage.local.remove(Object.keys(written).filter(isSame));
	if (secret && (await readStoredSecret()) === secret.after) await adoptSecret(secret.before);
}

/** The followed sites of a backup, their hosts unchecked. */
export function sitesOf(settings: StoredSettings) {
	const { value } = ((Object.hasOwn(settings, SITES) && settings[SITES]) || {}) as { readonly value?: unknown };
	return parseFollowedSites(value);
}
