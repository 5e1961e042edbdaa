/** Effects of sober mode on a page, in display order. Each can be switched off. */
export const EFFECTS = ['quality', 'hidden', 'autoplay', 'preload', 'embeds', 'save-data', 'prefetch'] as const;

export type Effect = (typeof EFFECTS)[number];

/** What a tip can apply to one tab, and undo, with one click: some of the effects, and `off-screen`. */
export const ACTIONS = ['quality', 'hidden', 'autoplay', 'off-screen'] as const;

export type Action = (typeof ACTIONS)[number];

/** Highest resolutions that a user may choose, in lines as in 720p. Without a choice the device decides: see `maxHeightPx`. */
export const LIMITS = [480, 720, 1080] as const;

export type Limit = (typeof LIMITS)[number];

/** A chosen limit, as pages get it among the effects. */
export type LimitName = `${Limit}p`;

/** Lowers the limit while the device runs on its battery; off until the user switches it on. */
export const BATTERY = 'battery';

/** Everything that can be switched on in a page. */
export type SoberAction = Effect | Action | LimitName | typeof BATTERY;

/** Sober mode as the popup shows it. */
export interface SoberState {
	/** For the site of the page. */
	readonly isOn: boolean;
	/** For every site without a setting of its own. */
	readonly isOnEverywhere: boolean;
	/** True when the organisation's policy decides. */
	readonly isManaged: boolean;
	/** The highest resolution that was chosen, in lines; null for the one of the device. */
	readonly limitLines: Limit | null;
	/** The effects that are switched on. */
	readonly effects: readonly Effect[];
	/** Bytes that the players of this page did not load, by their own bitrates. */
	readonly avoidedBytes: number;
	/** The actions of tips that are applied to the tab. */
	readonly actions: readonly Action[];
	/** Videos whose quality can be changed. */
	readonly cappableCount: number;
	/** True when a player has a thinner manifest, which it keeps until the page is reloaded. */
	readonly isStuck: boolean;
}

/** The limit among actions, in lines; null without one. */
export function limitOf(actions: readonly SoberAction[]): Limit | null {
	return LIMITS.find((lines) => actions.includes(`${lines}p`)) ?? null;
}

/** Parses effects and actions joined by commas, as they are sent to pages. */
export function readActions(value: unknown): readonly SoberAction[] {
	return typeof value === 'string' ? (value.split(',') as SoberAction[]) : [];
}
