import { type Action, EFFECTS, type Effect, type SoberAction } from './effects';

const ACTIONS: readonly Action[] = ['quality', 'hidden', 'autoplay', 'off-screen'];

/** Whether somebody names an action. */
export function isAction(value: unknown): value is Action {
	return ACTIONS.some((action) => action === value);
}

/** Whether somebody names an effect. */
export function isEffect(value: unknown): value is Effect {
	return EFFECTS.some((effect) => effect === value);
}

/** The effects and actions named in a text, joined by commas. */
export function readActions(value: unknown): readonly SoberAction[] {
	return typeof value === 'string' ? (value.split(',') as SoberAction[]) : [];
}
