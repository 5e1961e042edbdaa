import { type Action, type Deed, EFFECTS, type Effect } from './effects';

const ACTIONS: readonly Action[] = ['quality', 'hidden', 'autoplay', 'off-screen'];

/** Whether somebody names an action. */
export function isAction(said: unknown): said is Action {
	return ACTIONS.some((action) => action === said);
}

/** Whether somebody names an effect. */
export function isEffect(said: unknown): said is Effect {
	return EFFECTS.some((effect) => effect === said);
}

/** The effects and actions named in a text, joined by commas. */
export function readDeeds(said: unknown): readonly Deed[] {
	return typeof said === 'string' ? (said.split(',') as Deed[]) : [];
}
