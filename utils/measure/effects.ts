/** What sober mode does on a page, in the order in which it is listed. Each can be switched off by itself. */
export const EFFECTS = ['quality', 'hidden', 'autoplay', 'preload', 'embeds', 'save-data', 'prefetch'] as const;

export type Effect = (typeof EFFECTS)[number];

/** Whether somebody names an effect. */
export function isEffect(said: unknown): said is Effect {
	return EFFECTS.some((effect) => effect === said);
}

/** The effects named in a text, joined by commas; what is no effect is left out. */
export function readEffects(said: unknown): readonly Effect[] {
	return typeof said === 'string' ? said.split(',').filter(isEffect) : [];
}

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
	/** True while a film of this page keeps its lighter list until it is opened again. */
	readonly isStuck: boolean;
}
