import { browser } from '@/utils/browser/browser';

/** The settings that a backup holds, in its order. Each is made sound by its own reader, whatever a file says. */
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
/** Written by the background, which alone knows how to follow a site. */
const SITES = 'followedSites';

type Stored = Readonly<Record<string, unknown>>;

/** A list or table without members says the same as none. */
function isEmpty(stored: unknown): boolean {
	const { value } = (stored ?? {}) as { readonly value?: unknown };
	return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** All settings that go into a backup, as they lie in storage; those never set are absent. */
export async function readSettings(): Promise<Stored> {
	const kept: Stored = await browser.storage.local.get(null);
	const keys = [...KEYS, SITES].filter((key) => key in kept && !isEmpty(kept[key]));
	return Object.fromEntries(keys.map((key) => [key, kept[key]]));
}

/** Puts settings of a backup back where this browser has none: what was set here since stands. */
export async function restoreSettings(settings: Stored): Promise<void> {
	const kept: Stored = await browser.storage.local.get(null);
	const keys = KEYS.filter((key) => Object.hasOwn(settings, key) && (!(key in kept) || isEmpty(kept[key])));
	await browser.storage.local.set(Object.fromEntries(keys.map((key) => [key, settings[key]])));
}

/** The list of followed sites of a backup, its members not looked at yet. */
export function sitesOf(settings: Stored): readonly unknown[] {
	const { value } = (settings[SITES] ?? {}) as { readonly value?: unknown };
	return Array.isArray(value) ? value : [];
}
