/** What sober mode does on a page, in the order in which it is listed. Each can be switched off by itself. */
export const EFFECTS = ['quality', 'hidden', 'autoplay', 'preload', 'embeds', 'save-data', 'prefetch'] as const;

export type Effect = (typeof EFFECTS)[number];

/** What a tip may do in one tab, in one click and back: some of the effects, and one of its own. */
export const ACTIONS = ['quality', 'hidden', 'autoplay', 'off-screen'] as const;

/** One of {@link ACTIONS}. */
export type Action = (typeof ACTIONS)[number];

/** Whatever can be switched on in a page. */
export type SoberAction = Effect | Action;

/** Sober mode as the popup shows it. */
export interface SoberState {
	/** For the site asked about. */
	readonly isOn: boolean;
	/** For every site that says nothing else. */
	readonly isOnEverywhere: boolean;
	/** True when the organisation has decided. */
	readonly isManaged: boolean;
	/** Those that are switched on. */
	readonly effects: readonly Effect[];
	/** Bytes that the players of this page did not take, by their own bitrates. */
	readonly avoidedBytes: number;
	/** What tips were asked to do in the tab. */
	readonly actions: readonly Action[];
	/** Videos that can be given another quality from here. */
	readonly cappableCount: number;
	/** True while a video of this page keeps its lighter list until it is opened again. */
	readonly isStuck: boolean;
}
