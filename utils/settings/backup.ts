import { browser } from '@/utils/browser/browser';

/** The settings in a backup, in its order. Each is validated by its own parser when it is read. */
const KEYS = [
	'profile',
	'language',
	'dismissedTips',
	'exportSecret',
	'soberMode',
	'weekly',
	'notices',
	'goal',
] as const;
/** Restored by the background, which alone can follow a site. */
const SITES = 'followedSites';

type Stored = Readonly<Record<string, unknown>>;

/** A list or table without members counts as none. */
function isEmpty(stored: unknown): boolean {
	const { value } = (stored ?? {}) as { readonly value?: unknown };
	return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** All settings that go into a backup, as stored; those never set are absent. */
export async function readSettings(): Promise<Stored> {
	const kept: Stored = await browser.storage.local.get(null);
	const keys = [...KEYS, SITES].filter((key) => key in kept && !isEmpty(kept[key]));
	return Object.fromEntries(keys.map((key) => [key, kept[key]]));
}

/** Restores settings of a backup where this browser has none; those set here since stay. */
export async function restoreSettings(settings: Stored): Promise<void> {
	const kept: Stored = await browser.storage.local.get(null);
	const keys = KEYS.filter((key) => Object.hasOwn(settings, key) && (!(key in kept) || isEmpty(kept[key])));
	await browser.storage.local.set(Object.fromEntries(keys.map((key) => [key, settings[key]])));
}

/** The list of followed sites of a backup, its members unchecked. */
export function sitesOf(settings: Stored): readonly unknown[] {
	const { value } = (settings[SITES] ?? {}) as { readonly value?: unknown };
	return Array.isArray(value) ? value : [];
}
